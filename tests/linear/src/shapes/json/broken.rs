//! White space, and texts that are not JSON.

use super::{Shape, object};

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("white-space-alone", "", " ", ""),
    Shape::repeated("white-space-before", "", "\n", r#"{"type":"/linear","text":"a"}"#),
    Shape::repeated("white-space-after", object!(r#""text":"a"}"#), "\r\n", ""),
    Shape::repeated("white-space-after-a-name", object!(r#""text""#), " ", r#":"$"}"#),
    Shape::repeated("white-space-after-a-text", object!(r#""text":"$""#), " ", "}"),
    Shape::repeated("white-space-between", object!(r#""value":["#), "\"$\"\t\t\t\t\t\t\t, ", "1]}"),
    Shape::repeated("byte-order-mark", "\u{feff}{\"type\":\"/linear\",\"text\":\"", "$", r#""}"#),
    Shape::repeated("byte-order-marks", "", "\u{feff}", "{}"),
    Shape::repeated("unterminated-text", object!(r#""text":""#), "$", ""),
    Shape::repeated("unterminated-escapes", object!(r#""text":""#), r"\", r"\"),
    Shape::repeated("unterminated-objects", "", r#"{"$":"#, ""),
    Shape::repeated("unterminated-members", object!(""), r#""$":[],"#, ""),
    Shape::repeated("unterminated-out-of-range", object!(r#""value":["#), "1e400,", ""),
    Shape::repeated("quotes", object!(r#""$":"#), "\"", ""),
    Shape::repeated("quotes-and-spaces", object!(r#""$":"#), "\" ", ""),
    Shape::repeated("backslashes", "", r"\", ""),
    Shape::repeated("dollars-alone", "", "$", ""),
    Shape::repeated("colons", object!(r#""$""#), ":", "}"),
    Shape::repeated("commas", object!(r#""$":1"#), ",", "}"),
    Shape::repeated("control-at-the-end", object!(r#""text":""#), "$", "\n\"}"),
    Shape::repeated("invalid-escape-at-the-end", object!(r#""text":""#), "$", r#"\x"}"#),
    Shape::repeated("brace-at-the-end", object!(r#""value":["#), r#"{"$":1},"#, "1]}}"),
    Shape::repeated("array-not-an-object", "[", r#"{"$":1},"#, "1]"),
    Shape::repeated("text-not-an-object", "\"", "$", "\""),
    Shape::made("utf-8-broken-at-the-end", |size| {
        let mut json = br#"{"type":"/linear","text":""#.to_vec();
        json.resize(size - 3, b'$');
        json.extend_from_slice(b"\xff\"}");
        json
    }),
    Shape::made("not-utf-8", |size| vec![0xff; size]),
    Shape::made("null-bytes", |size| vec![0; size]),
];
