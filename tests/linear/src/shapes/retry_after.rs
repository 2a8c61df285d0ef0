//! Values of `Retry-After` and `Date`. The first line is `Retry-After`, and the second line, if any, is `Date`.

use super::{Shape, filled};

pub const SHAPES: &[Shape] = &[
    Shape::repeated("digits", "", "1", ""),
    Shape::repeated("zeros", "", "0", "120"),
    Shape::repeated("digits-and-a-letter", "", "1", "a"),
    Shape::repeated("digits-after-white-space", "", " ", "120"),
    Shape::repeated("digits-before-white-space", "120", "\t", ""),
    Shape::repeated("digits-between-white-space", "120", " ", "120"),
    Shape::repeated("digits-beyond-ascii", "", "１", ""),
    Shape::repeated("white-space", "", " ", ""),
    Shape::repeated("signs", "", "-", "1"),
    Shape::repeated("fraction", "1.", "0", ""),
    Shape::repeated("text", "", "a", ""),
    Shape::repeated("commas", "120", ",", ""),
    Shape::repeated("date-after-white-space", "", " ", "Fri, 31 Dec 1999 23:59:59 GMT"),
    Shape::repeated("date-before-white-space", "Fri, 31 Dec 1999 23:59:59 GMT", " ", ""),
    Shape::repeated("date-with-white-space", "Fri, 31 Dec 1999", " ", "23:59:59 GMT"),
    Shape::repeated("date-with-a-long-year", "Fri, 31 Dec ", "1", " 23:59:59 GMT"),
    Shape::repeated("date-with-a-long-day", "", "Friday", ", 31-Dec-99 23:59:59 GMT"),
    Shape::repeated("dates", "", "Fri, 31 Dec 1999 23:59:59 GMT, ", "1"),
    Shape::repeated("colons", "Fri, 31 Dec 1999 23", ":59", " GMT"),
    Shape::repeated(
        "sent-after-white-space",
        "Fri, 31 Dec 1999 23:59:59 GMT\n",
        " ",
        "Fri, 31 Dec 1999 23:59:00 GMT",
    ),
    Shape::repeated("sent-of-digits", "Fri, 31 Dec 1999 23:59:59 GMT\n", "1", ""),
    Shape::made("both-with-white-space", |size| {
        let space = filled(" ", size / 2 - 30);
        format!("{space}Fri, 31 Dec 1999 23:59:59 GMT\n{space}Fri, 31 Dec 1999 23:59:00 GMT").into_bytes()
    }),
    Shape::made("bytes-beyond-ascii", |size| vec![0xe9; size]),
];
