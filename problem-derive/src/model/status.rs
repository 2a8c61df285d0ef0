//! The status code.

use super::input::VariantInput;
use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Fixed(u16),
    Field(usize),
}

/// Returns the status code that the variants of an enum have by default.
pub(super) fn default_status(arguments: &Arguments) -> Result<Option<u16>, Reported> {
    match arguments.code(Argument::Status)? {
        Some(code) => Ok(Some(code)),
        None => arguments.complete.map(|()| None),
    }
}

/// Returns the status code of a variant, if it has one.
pub(super) fn status(
    input: &VariantInput<'_>,
    default: Result<Option<u16>, Reported>,
    errors: &mut Errors,
) -> Result<Option<Status>, Reported> {
    let field = input.flagged(Argument::Status, errors);
    if let (true, Ok(Some((_, key)))) = (input.arguments.has(Argument::Status), &field) {
        return Err(input.reject_second(key, errors));
    }
    match (input.arguments.code(Argument::Status)?, field?) {
        (Some(code), _) => Ok(Some(Status::Fixed(code))),
        (None, Some((index, _))) => Ok(Some(Status::Field(index))),
        (None, None) => Ok(default?.map(Status::Fixed)),
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
