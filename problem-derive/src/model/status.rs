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
    /// Something of the enum's arguments was, and it may have been this.
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

/// The status code of a variant; `None` where there is none to be known, which has been reported.
pub(super) fn status(input: &VariantInput<'_>, default: &EnumStatus, errors: &mut Errors) -> Option<Status> {
    let field = input.flagged(Argument::Status, errors);
    let own = input.arguments.get(Argument::Status);
    match (own.map(|written| &written.value), field, default) {
        (Some(_), Some(index), _) => {
            let key = input.fields[index].arguments.get(Argument::Status).map(|written| &written.key);
            errors.push(key, format!("`{}` has a `status` already; leave out one of the two", input.name));
            None
        }
        (Some(Value::Status(code)), None, _) => Some(Status::Fixed(*code)),
        (Some(_), None, _) => None,
        (None, Some(index), _) => Some(Status::Field(index)),
        (None, None, EnumStatus::Code(code)) => Some(Status::Fixed(*code)),
        (None, None, EnumStatus::Unreadable) => None,
        (None, None, EnumStatus::None) => {
            if !input.is_unreadable() {
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
