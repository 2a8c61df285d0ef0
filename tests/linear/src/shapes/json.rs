//! Bodies in JSON. Most have the type that the errors declare, so that fields are read.

mod broken;
mod members;
mod nesting;
mod numbers;
mod texts;

use super::Shape;

pub const SHAPES: &[&[Shape]] =
    &[texts::SHAPES, members::SHAPES, nesting::SHAPES, numbers::SHAPES, broken::SHAPES];

pub const TEXTS: &[Shape] = texts::SHAPES;
pub const MEMBERS: &[Shape] = members::SHAPES;
pub const NESTING: &[Shape] = nesting::SHAPES;

/// The beginning of a problem with the type that the errors declare.
macro_rules! object {
    ($rest:literal) => {
        concat!(r#"{"type":"/linear","#, $rest)
    };
}
use object;
