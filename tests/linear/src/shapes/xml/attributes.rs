//! Attributes, which have no meaning, but are checked all the same.

use super::super::{filled, joined, numbered};
use super::{Shape, problem, problem_of};

/// How many attributes an element may have.
const ATTRIBUTES: usize = 64;

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("attribute", problem!("<x a=\""), "a", "\"/></problem>"),
    Shape::repeated("attribute-of-references", problem!("<x a=\""), "&#9;", "\"/></problem>"),
    Shape::repeated("attribute-of-white-space", problem!("<x a=\""), "\t\r\n ", "\"/></problem>"),
    Shape::repeated("attribute-of-quotes", problem!("<x a=\""), "'>", "\"/></problem>"),
    Shape::repeated("attribute-of-markup-at-the-end", problem!("<x a=\""), "&lt;", "<\"/></problem>"),
    Shape::repeated("attribute-of-an-unknown-entity", problem!("<x a=\""), "&amp;", "&a;\"/></problem>"),
    Shape::repeated("attribute-of-ampersands", problem!("<x a=\""), "&", "\"/></problem>"),
    Shape::repeated("attribute-name", problem!("<x "), "a", "=\"\"/></problem>"),
    Shape::repeated("attribute-of-each", problem!(""), "<x a=\"b\"/>", "</problem>"),
    Shape::repeated("attribute-of-xml-of-each", problem!(""), "<x xml:lang=\"b\"/>", "</problem>"),
    Shape::repeated("attribute-of-references-of-each", problem!(""), "<x a=\"&amp;&#65;\"/>", "</problem>"),
    Shape::repeated("attribute-with-white-space", problem!("<x"), " ", "a = \"\"/></problem>"),
    Shape::numbered("too-many-attributes", problem!("<x"), [" a", "=\"\""], "/></problem>"),
    Shape::repeated("attribute-twice", problem!("<x"), " a=\"\"", "/></problem>"),
    Shape::made("attributes-of-each", |size| {
        let element =
            format!("<x{}/>", numbered(ATTRIBUTES * 5, |number| format!(" {}=\"\"", letter(number))));
        problem_of(&filled(&element, size - 80))
    }),
    Shape::made("attributes", |size| {
        let value = filled("&#9;", size / ATTRIBUTES - 20);
        problem_of(&format!("<x{}/>", joined(0..ATTRIBUTES, |number| format!(" a{number}=\"{value}\""))))
    }),
    Shape::made("attribute-names-that-begin-alike", |size| {
        let name = filled("a", size / ATTRIBUTES - 20);
        problem_of(&format!("<x{}/>", joined(10..10 + ATTRIBUTES, |number| format!(" {name}{number}=\"\""))))
    }),
    Shape::made("attributes-by-prefix", |size| {
        let declarations = joined(0..60, |number| format!(" xmlns:n{number}=\"u\""));
        let attributes = joined(0..60, |number| format!(" n0:a{number}=\"\""));
        let elements = filled(&format!("<x{attributes}/>"), size - declarations.len() - 90);
        problem_of(&format!("<b{declarations}>{elements}</b>"))
    }),
    Shape::made("attributes-by-long-prefixes", |size| {
        let prefix = filled("a", size / 4 / 60 - 12);
        let declarations = joined(10..70, |number| format!(" xmlns:{prefix}{number}=\"u\""));
        let element = joined(10..70, |number| format!(" {prefix}10:a{number}=\"\""));
        problem_of(&format!("<b{declarations}>{}</b>", filled(&format!("<x{element}/>"), size / 2)))
    }),
    Shape::repeated("end-tag-with-white-space", problem!("<x></x"), " ", "></problem>"),
    Shape::repeated("end-tags-with-white-space", problem!(""), "<x  ></x\n\t\n>", "</problem>"),
];

/// Returns a different letter for each number.
fn letter(number: usize) -> char {
    char::from_u32(0x100 + u32::try_from(number).expect("the numbers are small"))
        .expect("the characters are letters")
}
