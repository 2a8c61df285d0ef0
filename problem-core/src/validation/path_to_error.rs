//! Converts the errors of serde_path_to_error.

use super::field_error::NOT_VALID;
use super::{FieldErrors, Step};
use crate::write::occurrence::to_text;
use serde_path_to_error::{Error, Path, Segment};
use std::borrow::Cow;
use std::fmt;

/// Creates a list with one error, at the value that could not be deserialised.
///
/// Within a flattened struct or a tagged or untagged enum, the place is the object that contains it, because serde
/// buffers that object.
impl<E: fmt::Display> From<&Error<E>> for FieldErrors {
    fn from(error: &Error<E>) -> Self {
        let mut errors = Self::default();
        let detail = to_text(error.inner()).map_or(Cow::Borrowed(NOT_VALID), Cow::Owned);
        errors.body(steps(error.path()), detail);
        errors
    }
}

fn steps(path: &Path) -> impl Iterator<Item = Step<'_>> {
    path.iter().map_while(|segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key: name } | Segment::Enum { variant: name } => Some(Step::Name(name)),
        // Without the name of the key, nothing below it has a pointer.
        Segment::Unknown => None,
    })
}
