//! Many elements, long elements and deep elements.

use super::super::filled;
use super::{Shape, problem, problem_of};

/// The maximum depth of elements within the root.
const DEPTH: usize = 126;

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("siblings", problem!(""), "<x/>", "</problem>"),
    Shape::repeated("siblings-with-text", problem!(""), "<x>a</x>", "</problem>"),
    Shape::numbered("siblings-of-many-names", problem!(""), ["<x", "/>"], "</problem>"),
    Shape::numbered("siblings-in-an-object", problem!("<value>"), ["<x", "/>"], "</value></problem>"),
    Shape::numbered("siblings-in-a-map", problem!("<names>"), ["<x", "/>"], "</names></problem>"),
    Shape::numbered("siblings-in-a-struct", problem!("<rest>"), ["<x", "/>"], "</rest></problem>"),
    Shape::repeated("items", problem!("<value>"), "<i/>", "</value></problem>"),
    Shape::repeated("items-with-text", problem!("<value>"), "<i>1</i>", "</value></problem>"),
    Shape::repeated("items-of-items", problem!("<value>"), "<i><i/><i>a</i></i>", "</value></problem>"),
    Shape::repeated("items-but-one", problem!("<value>"), "<i/>", "<x/></value></problem>"),
    Shape::repeated("structs", problem!("<items>"), "<i><pointer>/a</pointer><x/></i>", "</items></problem>"),
    Shape::repeated(
        "structs-but-one",
        problem!("<items>"),
        "<i><pointer>/a</pointer></i>",
        "<i><x/></i></items></problem>",
    ),
    Shape::repeated("choices", problem!("<choices>"), "<i>1</i><i>true</i><i>a</i>", "</choices></problem>"),
    Shape::repeated("type-again", problem!(""), "<type>/linear</type>", "</problem>"),
    Shape::repeated("type-with-elements-again", problem!(""), "<type><a/></type>", "</problem>"),
    Shape::repeated("status-again", problem!(""), "<status>400</status>", "</problem>"),
    Shape::repeated("invalid-status-again", problem!(""), "<status>x</status>", "</problem>"),
    Shape::repeated("title-again", problem!(""), "<title>a</title>", "</problem>"),
    Shape::repeated("field-again", problem!(""), "<text>a</text>", "</problem>"),
    Shape::repeated("element-name", problem!("<"), "a", "/></problem>"),
    Shape::repeated("element-name-in-utf-8", problem!("<"), "é日", "/></problem>"),
    Shape::made("element-names", |size| {
        let name = "a".repeat(size.isqrt());
        problem_of(&filled(&format!("<{name}></{name}>"), size - 80))
    }),
    Shape::made("deep", |size| {
        let deep = format!("{}{}", "<x>".repeat(DEPTH), "</x>".repeat(DEPTH));
        problem_of(&filled(&deep, size - 80))
    }),
    Shape::made("deep-items", |size| {
        let deep = format!("{}{}", "<i>".repeat(DEPTH - 1), "</i>".repeat(DEPTH - 1));
        problem_of(&format!("<value>{}</value>", filled(&deep, size - 100)))
    }),
    Shape::made("deep-with-text-on-each-level", |size| {
        let text = "a".repeat(size / DEPTH - 10);
        problem_of(&format!("{}{}", format!("<x>{text}").repeat(DEPTH), "</x>".repeat(DEPTH)))
    }),
    Shape::made("deep-with-text-after-each-level", |size| {
        let text = filled("&#9;", size / DEPTH - 10);
        problem_of(&format!("{}{}", "<x>".repeat(DEPTH), format!("{text}</x>").repeat(DEPTH)))
    }),
    Shape::made("deep-with-names-on-each-level", |size| {
        let name = "a".repeat(size / DEPTH / 2 - 10);
        problem_of(&format!("{}{}", format!("<{name}>").repeat(DEPTH), format!("</{name}>").repeat(DEPTH)))
    }),
    Shape::made("deep-structs", |size| {
        let depth = DEPTH / 2 - 2;
        let deep = format!(
            "{}<i><pointer>p</pointer></i>{}",
            "<i><pointer>p</pointer><inner>".repeat(depth),
            "</inner></i>".repeat(depth)
        );
        problem_of(&format!("<items>{}</items>", filled(&deep, size - 100)))
    }),
    Shape::made("deep-in-many-elements", |size| {
        let (start, end) = ("<x>".repeat(DEPTH - 1), "</x>".repeat(DEPTH - 1));
        problem_of(&format!("{start}{}{end}", filled("<x/>", size - DEPTH * 7 - 80)))
    }),
];
