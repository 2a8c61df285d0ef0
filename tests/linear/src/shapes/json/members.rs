//! Many members, and all kinds of names.

use super::super::{filled, numbered};
use super::{Shape, object};

pub(super) const SHAPES: &[Shape] = &[
    Shape::numbered("members", object!(""), ["\"m", "\":1,"], r#""end":1}"#),
    Shape::numbered("members-before-the-type", "{", ["\"m", "\":1,"], r#""type":"/linear"}"#),
    Shape::numbered("members-of-text", object!(""), ["\"m", "\":\"a\","], r#""end":1}"#),
    Shape::numbered("members-with-escapes", object!(""), ["\"\\u006d", "\":\"\\n\","], r#""end":1}"#),
    Shape::numbered("members-of-null", object!(""), ["\"m", "\":null,"], r#""end":1}"#),
    Shape::numbered("members-of-a-map", object!(r#""names":{"#), ["\"m", "\":1,"], r#""end":1}}"#),
    Shape::numbered("members-of-a-struct", object!(r#""rest":{"#), ["\"m", "\":1,"], r#""end":1}}"#),
    Shape::numbered("members-of-a-value", object!(r#""value":{"#), ["\"m", "\":1,"], r#""end":1}}"#),
    Shape::numbered("members-without-an-xml-name", object!(""), ["\"", "\":1,"], r#""end":1}"#),
    Shape::numbered("members-that-are-items", object!(""), ["\"m", "\":{\"i\":1},"], r#""end":1}"#),
    Shape::repeated("member-again", object!(""), r#""m":1,"#, r#""end":1}"#),
    Shape::repeated("empty-name-again", object!(""), r#""":1,"#, r#""end":1}"#),
    Shape::repeated("field-again", object!(""), r#""text":"a","#, r#""end":1}"#),
    Shape::repeated("map-again", object!(""), r#""names":{"a":1},"#, r#""end":1}"#),
    Shape::repeated("field-of-the-wrong-type", object!(""), r#""text":1,"#, r#""end":1}"#),
    Shape::repeated("type-again", object!(""), r#""type":"/linear","#, r#""end":1}"#),
    Shape::repeated("type-escaped-again", "{", r#""\u0074ype":"/linear","#, r#""end":1}"#),
    Shape::repeated("type-of-the-wrong-type-again", "{", r#""type":[],"#, r#""end":1}"#),
    Shape::repeated("status-again", object!(""), r#""status":400,"#, r#""end":1}"#),
    Shape::repeated("status-of-text-again", object!(""), r#""status":"400","#, r#""end":1}"#),
    Shape::repeated("title-again", object!(""), r#""title":"a","#, r#""end":1}"#),
    Shape::repeated(
        "instance-of-the-wrong-type-again",
        object!(""),
        r#""instance":{"a":[]},"#,
        r#""end":1}"#,
    ),
    Shape::repeated("name", object!("\""), "a", r#"":1}"#),
    Shape::repeated("name-escaped", object!("\""), r"\u0024", r#"":1}"#),
    Shape::made("names-that-begin-alike", |size| names_that_begin_alike(size).into_bytes()),
    Shape::numbered("names-of-serde-json", object!(""), ["\"$serde_json::private::", "\":1,"], r#""end":1}"#),
    Shape::repeated(
        "name-of-serde-json-again",
        object!(""),
        r#""$serde_json::private::Number":"1","#,
        r#""end":1}"#,
    ),
    Shape::repeated(
        "name-of-serde-json-escaped",
        object!(r#""value":["#),
        r#"{"\u0024serde_json::private::RawValue":"[[1]]"},"#,
        "1]}",
    ),
    Shape::repeated("name-of-serde-json-long", object!(r#""$serde_json::private::"#), "$", r#"":1}"#),
    Shape::repeated("names-of-dollars", object!(""), r#""$":1,"#, r#""end":1}"#),
    Shape::repeated("names-with-escapes", object!(""), r#""\u0061":1,"#, r#""end":1}"#),
];

/// Returns members whose names have a common beginning. Both the number and the length of the names grow with the size.
fn names_that_begin_alike(size: usize) -> String {
    let alike = filled("a", size.isqrt());
    let members = numbered(size - 40, |number| format!("\"{alike}{number}\":1,"));
    format!("{{\"type\":\"/linear\",{members}\"end\":1}}")
}
