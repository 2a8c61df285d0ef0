//! Values of header fields that are lists, such as `Accept`. Each line is a field.

use super::{Shape, filled};

pub const SHAPES: &[Shape] = &[
    Shape::repeated("range", "text/", "a", ""),
    Shape::repeated("range-with-a-suffix", "text/", "a", "+json"),
    Shape::repeated("ranges", "text/html", ",a/b", ""),
    Shape::repeated("ranges-of-problems", "", "application/problem+xml;q=0.1,", "text/html"),
    Shape::repeated("ranges-of-anything", "", "*/*;q=0,", "text/html"),
    Shape::repeated("ranges-of-a-family", "", "application/json,", "image/png"),
    Shape::repeated("ranges-with-parameters", "", "text/html;a=b;c=\"d\",", "*/*"),
    Shape::repeated("ranges-that-are-malformed", "", "text,", "text/html"),
    Shape::repeated("parameters", "text/html", ";a=b", ""),
    Shape::repeated("parameters-of-charset", "text/html", ";charset=utf-8", ""),
    Shape::repeated("parameters-without-a-value", "text/html", ";a", ""),
    Shape::repeated("malformed-parameter-at-the-end", "text/html", ";a=b", ";a"),
    Shape::repeated("parameter-name", "text/html;", "a", "=b"),
    Shape::repeated("parameter-value", "text/html;a=", "b", ""),
    Shape::repeated("weights", "text/html", ";q=0.5", ""),
    Shape::repeated("weight", "text/html;q=0.", "5", ""),
    Shape::repeated("weight-of-text", "text/html;q=", "x", ""),
    Shape::repeated("quoted", "text/html;a=\"", "b,;", "\""),
    Shape::repeated("quoted-escapes", "text/html;a=\"", "\\\"", "\""),
    Shape::repeated("quoted-backslashes", "text/html;a=\"", "\\", ""),
    Shape::repeated("quoted-unterminated", "text/html;a=\"", "b,", ""),
    Shape::repeated("quotes", "text/html;a=", "\"", ""),
    Shape::repeated("quotes-and-commas", "", "\",", "text/html"),
    Shape::repeated("commas", "text/html", ",", "*/*"),
    Shape::repeated("semicolons", "text/html", ";", ""),
    Shape::repeated("equals-signs", "text/html;a", "=", ""),
    Shape::repeated("slashes", "text", "/", "html"),
    Shape::repeated("stars", "", "*", "/*"),
    Shape::repeated("white-space", "text/html,", " \t", ",*/*"),
    Shape::repeated("white-space-between", "text/html", " ,\t ;", "*/*"),
    Shape::repeated("lines", "text/html", "\na/b;q=0.5", ""),
    Shape::repeated("lines-of-white-space", "", "        \n", "a/b"),
    Shape::repeated("lines-that-are-empty", "", "\n", "a/b"),
    Shape::repeated("lines-of-quotes", "a/b", "\n\"\"\"\"", ""),
    Shape::made("lines-after-white-space", |size| {
        format!("{}a/b{}", filled(" ", size / 2), filled("\na/b", size / 2 - 3)).into_bytes()
    }),
    Shape::made("lines-after-a-range", |size| {
        format!("text/{}{}", filled("a", size / 2), filled("\na/b", size / 2 - 5)).into_bytes()
    }),
    Shape::made("bytes-beyond-ascii", |size| vec![0xe9; size]),
];
