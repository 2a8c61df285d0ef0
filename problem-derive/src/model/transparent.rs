//! `transparent` and `other`, which delegate to the inner problem, and the arguments that they allow beside them.

use super::input::VariantInput;
use crate::attr::{Argument, Written};
use crate::errors::{Errors, Reported};

/// Returns the field that holds the inner problem.
///
/// A variant with `transparent`, or with `other`, which implies it, has only that field. Beside a field that is marked
/// itself, others may add members and header fields.
pub(super) fn check_transparent(input: &VariantInput<'_>, errors: &mut Errors) -> Result<usize, Reported> {
    let field = input.flagged(Argument::Transparent, errors)?;
    match (input.delegation(), field) {
        (Some(delegation), None) => check_only_field(input, delegation, errors),
        (Some(delegation), Some((_, key))) if delegation.argument == Argument::Other => {
            Err(errors.push(key, "`other` implies `transparent`; remove `transparent`"))
        }
        (Some(_), Some((_, key))) => {
            let message = format!("`{}` already has `transparent`; remove one of the two", input.name);
            Err(errors.push(key, message))
        }
        (None, Some((index, _))) => check_beside(input, index, errors),
        (None, None) => unreachable!("the caller has found one of the arguments"),
    }
}

fn check_only_field(
    input: &VariantInput<'_>,
    delegation: &Written,
    errors: &mut Errors,
) -> Result<usize, Reported> {
    let transparent = delegation.argument.name();
    let mut checked = input.sound();
    if input.fields.len() != 1 {
        let count = input.fields.len();
        let remedy = if count > 1 && delegation.argument == Argument::Transparent {
            "; mark the inner error itself, as in `#[problem(transparent)] error: MyError`"
        } else {
            ""
        };
        let message =
            format!("`{transparent}` needs exactly one field, but `{}` has {count}{remedy}", input.name);
        checked = Err(errors.push(&delegation.key, message));
    }
    let own = input.arguments.iter().map(|written| (written, "decides it"));
    let fields = input.fields.iter().flat_map(|field| field.arguments.iter());
    for (written, reason) in own.chain(fields.map(|written| (written, "has its own"))) {
        if written.value.is_err() || written.argument == delegation.argument {
            continue;
        }
        if let Some(message) = conflict(delegation, written, reason) {
            checked = Err(errors.push(&written.key, message));
        }
    }
    checked.map(|()| 0)
}

fn check_beside(input: &VariantInput<'_>, inner: usize, errors: &mut Errors) -> Result<usize, Reported> {
    use Argument as A;
    let mut checked = input.sound();
    let fields = input.fields.iter().enumerate();
    let own = input.arguments.iter().map(|written| (written, None));
    let fields =
        fields.flat_map(|(index, field)| field.arguments.iter().map(move |written| (written, Some(index))));
    for (written, field) in own.chain(fields).filter(|(written, _)| written.value.is_ok()) {
        let is_of_inner = field == Some(inner);
        let is_allowed = match written.argument {
            A::Crate
            | A::Emit
            | A::Expose
            | A::IntoResponse
            | A::Manual
            | A::RenameAll
            | A::SkipDeserializing
            | A::Source
            | A::Transparent => true,
            A::Extension | A::Header | A::Flatten | A::RetryAfter | A::Default => !is_of_inner,
            _ => false,
        };
        if !is_allowed {
            let name = written.argument.name();
            let reason = if is_of_inner { "has its own" } else { "decides it" };
            let message = format!("`{name}` cannot be combined with `transparent`; the inner error {reason}");
            checked = Err(errors.push(&written.key, message));
        }
    }
    checked.map(|()| inner)
}

/// Returns the message for an argument that cannot be combined with `transparent` or `other`.
///
/// `reason` is the end of the message, after "the inner error".
fn conflict(delegation: &Written, written: &Written, reason: &str) -> Option<String> {
    let is_other = delegation.argument == Argument::Other;
    let (transparent, name) = (delegation.argument.name(), written.argument.name());
    match written.argument {
        Argument::Transparent => Some("`other` implies `transparent`; remove `transparent`".to_owned()),
        Argument::SkipDeserializing if is_other => {
            Some("`skip_deserializing` cannot be combined with `other`; remove one of the two".to_owned())
        }
        Argument::Crate
        | Argument::Emit
        | Argument::IntoResponse
        | Argument::Manual
        | Argument::SkipDeserializing
        | Argument::Source => None,
        Argument::Default => Some(format!(
            "`default` cannot be combined with `{transparent}`; the inner error is read as a whole"
        )),
        _ => Some(format!("`{name}` cannot be combined with `{transparent}`; the inner error {reason}")),
    }
}
