use super::Status;
use super::input::VariantInput;
use crate::argument::Argument;
use crate::attr::{Arguments, Value};
use crate::errors::Errors;

/// The status code that the variants of an enum have by default.
#[derive(Default)]
pub(super) enum EnumStatus {
    #[default]
    None,
    Code(u16),
    /// An argument of the enum could not be read, and it may have been this.
    Unreadable,
}

impl EnumStatus {
    pub(super) fn of(arguments: &Arguments) -> Self {
        match arguments.get(Argument::Status).map(|written| &written.value) {
            Some(Value::Status(code)) => Self::Code(*code),
            Some(_) => Self::Unreadable,
            None if arguments.unreadable => Self::Unreadable,
            None => Self::None,
        }
    }
}

/// The status code of a variant; `None` where there is none to be known, which has been reported if it is required.
pub(super) fn status(
    input: &VariantInput<'_>,
    default: &EnumStatus,
    is_required: bool,
    errors: &mut Errors,
) -> Option<Status> {
    let field = input.flagged(Argument::Status, errors);
    let own = input.arguments.get(Argument::Status);
    match (own.map(|written| &written.value), field, default) {
        (Some(_), Some((_, key)), _) => {
            input.reject_second(key, errors);
            None
        }
        (Some(Value::Status(code)), None, _) => Some(Status::Fixed(*code)),
        (Some(_), None, _) => None,
        (None, Some((index, _)), _) => Some(Status::Field(index)),
        (None, None, EnumStatus::Code(code)) => Some(Status::Fixed(*code)),
        (None, None, EnumStatus::Unreadable) => None,
        (None, None, EnumStatus::None) => {
            if is_required && !input.is_unreadable() {
                let name = &input.name;
                errors.push(
                    input.ident,
                    format!("missing status for `{name}`; add `#[problem(status = ...)]`"),
                );
            }
            None
        }
    }
}
