//! Arrays and objects: wide, deep, and both.

use super::super::filled;
use super::{Shape, object};

/// The maximum depth of the value of a member.
const DEPTH: usize = 126;

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("array-of-numbers", object!(r#""value":["#), "1,", "1]}"),
    Shape::repeated("array-of-texts", object!(r#""value":["#), r#""a","#, "1]}"),
    Shape::repeated("array-of-empty-texts", object!(r#""value":["#), r#""","#, "1]}"),
    Shape::repeated("array-of-words", object!(r#""value":["#), "null,true,false,", "1]}"),
    Shape::repeated("array-of-arrays", object!(r#""value":["#), "[],", "1]}"),
    Shape::repeated("array-of-objects", object!(r#""value":["#), r#"{"a":1,"b":"c"},"#, "1]}"),
    Shape::repeated("array-of-empty-objects", object!(r#""value":["#), "{},", "1]}"),
    Shape::repeated("array-of-items", object!(r#""value":["#), r#"{"i":{"i":1}},"#, "1]}"),
    Shape::repeated("array-of-another-member", object!(r#""other":["#), r#"[1,{"a":[]}],"#, "1]}"),
    Shape::repeated(
        "array-of-structs",
        object!(r#""items":["#),
        r#"{"pointer":"/a","x":1},"#,
        r#"{"pointer":""}]}"#,
    ),
    Shape::repeated("array-of-choices", object!(r#""choices":["#), r#"1,true,[1],"a","#, "1]}"),
    // The last item is not a struct, so the error is read through the details in the end.
    Shape::repeated("array-of-structs-but-one", object!(r#""items":["#), r#"{"pointer":"/a"},"#, "1]}"),
    Shape::made("deep-arrays", |size| {
        let deep = format!("{}{},", "[".repeat(DEPTH - 1), "]".repeat(DEPTH - 1));
        format!(r#"{{"type":"/linear","value":[{}1]}}"#, filled(&deep, size - 40)).into_bytes()
    }),
    Shape::made("deep-objects", |size| {
        let deep = format!("{}1{},", r#"{"a":"#.repeat(DEPTH - 1), "}".repeat(DEPTH - 1));
        format!(r#"{{"type":"/linear","value":[{}1]}}"#, filled(&deep, size - 40)).into_bytes()
    }),
    Shape::made("deep-structs", |size| {
        let depth = DEPTH / 2 - 1;
        let deep = format!(
            r#"{}{{"pointer":"p"}}{},"#,
            r#"{"pointer":"p","inner":["#.repeat(depth),
            "]}".repeat(depth)
        );
        format!(r#"{{"type":"/linear","items":[{}{{"pointer":""}}]}}"#, filled(&deep, size - 60)).into_bytes()
    }),
    Shape::made("deep-with-texts-on-each-level", |size| {
        let level = format!(r#"{{"t":[{}1],"a":"#, filled(r#""a","#, size / DEPTH - 20));
        format!(r#"{{"type":"/linear","value":{}1{}}}"#, level.repeat(DEPTH), "}".repeat(DEPTH)).into_bytes()
    }),
    Shape::made("deep-with-escapes-on-each-level", |size| {
        let level = format!(r#"{{"\u0024":"{}","a":"#, filled(r#"\""#, size / DEPTH - 20));
        format!(r#"{{"type":"/linear","value":{}1{}}}"#, level.repeat(DEPTH), "}".repeat(DEPTH)).into_bytes()
    }),
    Shape::made("deep-in-itself", |size| {
        let level = format!(r#"{{"rest":{{"text":"{}"}},"value":"#, "a".repeat(size / DEPTH - 32));
        format!(r#"{{"type":"/linear","rest":{}1{}}}"#, level.repeat(DEPTH), "}".repeat(DEPTH)).into_bytes()
    }),
    Shape::repeated("too-deep", object!(r#""value":"#), "[", ""),
    Shape::made("too-deep-at-the-end", |size| {
        let wide = filled("[],", size - 200);
        format!(r#"{{"type":"/linear","value":[{wide}{}{}]}}"#, "[".repeat(DEPTH), "]".repeat(DEPTH))
            .into_bytes()
    }),
    Shape::made("too-deep-in-another-member", |size| {
        let wide = filled("[],", size - 200);
        format!(r#"{{"type":"/linear","other":[{wide}{}{}]}}"#, "[".repeat(DEPTH), "]".repeat(DEPTH))
            .into_bytes()
    }),
];
