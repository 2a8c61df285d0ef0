//! The status code.

use super::input::VariantInput;
use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Fixed(u16),
    Field(usize),
}

impl Status {
    /// Returns the code, unless it comes from a field.
    pub(super) fn code(self) -> Option<u16> {
        match self {
            Self::Fixed(code) => Some(code),
            Self::Field(_) => None,
        }
    }
}

/// Returns the status code of a variant, or the default of its enum if it has none of its own.
pub(super) fn status(
    input: &VariantInput<'_>,
    defaults: Option<&Arguments>,
    errors: &mut Errors,
) -> Result<Option<Status>, Reported> {
    let field = input.flagged_instead(Argument::Status, errors);
    match (input.arguments.code(Argument::Status)?, field?, defaults) {
        (Some(code), _, _) => Ok(Some(Status::Fixed(code))),
        (None, Some((index, _)), _) => Ok(Some(Status::Field(index))),
        (None, None, Some(defaults)) => {
            // The part that could not be read may be the status of the variant.
            input.complete()?;
            match defaults.code(Argument::Status)? {
                Some(code) => Ok(Some(Status::Fixed(code))),
                None => defaults.complete.map(|()| None),
            }
        }
        (None, None, None) => Ok(None),
    }
}

/// Returns the status code of a variant that must have one.
pub(super) fn require(
    input: &VariantInput<'_>,
    status: Option<Status>,
    errors: &mut Errors,
) -> Result<Status, Reported> {
    if let Some(status) = status {
        return Ok(status);
    }
    input.complete()?;
    let message = format!("missing status for `{}`; add `#[problem(status = ...)]`", input.name);
    Err(errors.push(input.ident, message))
}
