//! Bodies in JSON. Most are of the type that the errors have, so that their fields are read.

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

/// The beginning of a problem that the errors know.
macro_rules! object {
    ($rest:literal) => {
        concat!(r#"{"type":"/linear","#, $rest)
    };
}
use object;
