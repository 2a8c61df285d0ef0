//! Namespace declarations, which apply to all elements within.

use super::super::{filled, joined};
use super::{Shape, problem, problem_of};

/// How many namespaces may be in scope for an element, besides the namespace of the root.
const DECLARATIONS: usize = 63;

pub(super) const SHAPES: &[Shape] = &[
    Shape::made("namespace-of-references", |size| {
        let uri = filled("&#9;", size / 2);
        problem_of(&format!("<b xmlns=\"{uri}\">{}</b>", filled("<x/>", size / 2 - 90)))
    }),
    Shape::made("namespace-of-references-by-prefix", |size| {
        let uri = filled("&amp;", size / 2);
        problem_of(&format!("<b xmlns:p=\"{uri}\">{}</b>", filled("<p:x/>", size / 2 - 90)))
    }),
    Shape::made("namespace-of-references-with-text", |size| {
        let uri = filled("&lt;", size / 2);
        problem_of(&format!("<b xmlns=\"{uri}\">{}</b>", filled("<x>a</x>", size / 2 - 90)))
    }),
    Shape::made("namespace-of-references-for-attributes", |size| {
        let uri = filled("&#9;", size / 2);
        problem_of(&format!("<b xmlns:p=\"{uri}\">{}</b>", filled("<x p:a=\"\"/>", size / 2 - 90)))
    }),
    Shape::made("namespace-of-broken-references", |size| {
        let uri = filled("a", size / 2);
        problem_of(&format!("<b xmlns=\"{uri}&\">{}</b>", filled("<x/>", size / 2 - 90)))
    }),
    Shape::made("namespace-of-tabs", |size| {
        let uri = filled("\t\n", size / 2);
        problem_of(&format!("<b xmlns=\"{uri}\">{}</b>", filled("<x/>", size / 2 - 90)))
    }),
    Shape::made("namespace", |size| {
        let uri = filled("a", size / 2);
        problem_of(&format!("<b xmlns=\"{uri}\">{}</b>", filled("<x/>", size / 2 - 90)))
    }),
    Shape::made("namespace-that-begins-alike", |size| {
        let uri = filled("a", size / 2);
        problem_of(&format!("<b xmlns=\"urn:ietf:rfc:7807{uri}\">{}</b>", filled("<x/>", size / 2 - 110)))
    }),
    Shape::made("namespaces-of-references", |size| {
        let uri = filled("&#9;", size / 2 / DECLARATIONS - 14);
        problem_of(&format!("<b{}>{}</b>", declarations("", &uri), filled("<n62:x/>", size / 2 - 90)))
    }),
    Shape::made("namespaces", |size| {
        let uri = filled("a", size / 2 / DECLARATIONS - 14);
        problem_of(&format!("<b{}>{}</b>", declarations("", &uri), filled("<n0:x/>", size / 2 - 90)))
    }),
    Shape::made("prefixes", |size| {
        let prefix = filled("a", size / 2 / DECLARATIONS - 16);
        let elements = filled(&format!("<{prefix}n0:x/>"), size / 2 - 90);
        problem_of(&format!("<b{}>{elements}</b>", declarations(&prefix, "u")))
    }),
    Shape::made("prefix", |size| {
        let prefix = filled("a", size / 8);
        problem_of(&format!(
            "<b xmlns:{prefix}=\"u\">{}</b>",
            filled(&format!("<{prefix}:x/>"), size * 7 / 8 - 90)
        ))
    }),
    Shape::made("namespace-on-each-level", |size| {
        let uri = filled("&#9;", size / 2 / DECLARATIONS - 16);
        let start = format!("<b xmlns=\"{uri}\">").repeat(DECLARATIONS);
        let elements = filled("<x/>", size / 2 - DECLARATIONS * 4 - 90);
        problem_of(&format!("{start}{elements}{}", "</b>".repeat(DECLARATIONS)))
    }),
    Shape::made("namespace-of-problems-on-each-level", |size| {
        let depth = DECLARATIONS - 1;
        let start = r#"<b xmlns="&#x75;rn:ietf:rfc:7807">"#.repeat(depth);
        let elements = filled("<x/>", size - depth * 40 - 90);
        problem_of(&format!("{start}{elements}{}", "</b>".repeat(depth)))
    }),
    Shape::repeated(
        "namespace-of-problems-as-references",
        r#"<p:problem xmlns:p="urn:ietf:rfc&#58;7807">"#,
        "<p:x/>",
        "</p:problem>",
    ),
    Shape::repeated("declaration-on-each", problem!(""), r#"<x xmlns="u"/>"#, "</problem>"),
    Shape::repeated(
        "declaration-of-references-on-each",
        problem!(""),
        r#"<x xmlns="&#9;&#9;&#9;&#9;"/>"#,
        "</problem>",
    ),
    Shape::repeated("declaration-of-none-on-each", problem!(""), r#"<x xmlns=""><y/></x>"#, "</problem>"),
    Shape::repeated("declaration-of-a-prefix-on-each", problem!(""), r#"<p:x xmlns:p="u"/>"#, "</problem>"),
    Shape::numbered(
        "too-many-declarations",
        "<problem xmlns=\"urn:ietf:rfc:7807\"",
        [" xmlns:n", "=\"u\""],
        "/>",
    ),
    Shape::repeated("namespace-of-the-root", "<problem xmlns=\"", "&#9;", "\"/>"),
    Shape::repeated(
        "prefix-that-is-not-declared",
        "<problem xmlns=\"urn:ietf:rfc:7807\"><",
        "a",
        ":b/></problem>",
    ),
    Shape::repeated("foreign-elements", problem!("<b xmlns=\"u\">"), "<x>a<y/></x>", "</b></problem>"),
];

fn declarations(prefix: &str, uri: &str) -> String {
    joined(0..DECLARATIONS, |number| format!(" xmlns:{prefix}n{number}=\"{uri}\""))
}
