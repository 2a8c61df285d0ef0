//! Bodies in XML. Most have the type that the errors declare, so that fields are read.

mod attributes;
mod broken;
mod buffered;
mod elements;
mod namespaces;
mod texts;

use super::Shape;

pub const SHAPES: &[&[Shape]] = &[
    namespaces::SHAPES,
    attributes::SHAPES,
    elements::SHAPES,
    buffered::SHAPES,
    texts::SHAPES,
    broken::SHAPES,
];

pub const NAMESPACES: &[Shape] = namespaces::SHAPES;
pub const ELEMENTS: &[Shape] = elements::SHAPES;
pub const BUFFERED: &[Shape] = buffered::SHAPES;
pub const TEXTS: &[Shape] = texts::SHAPES;

/// The beginning of a problem with the type that the errors declare.
macro_rules! problem {
    ($rest:literal) => {
        concat!(r#"<problem xmlns="urn:ietf:rfc:7807"><type>/linear</type>"#, $rest)
    };
}
use problem;

/// Returns a problem with the type that the errors declare, and with this content after the type.
fn problem_of(content: &str) -> Vec<u8> {
    format!("{}{content}</problem>", problem!("")).into_bytes()
}
