//! Checks the arguments used together with `transparent` or `other`, which delegate everything to the inner problem.

use super::input::VariantInput;
use crate::attr::{Argument, Written};
use crate::errors::{Errors, Reported};

/// Returns the only field of a variant or struct with `transparent`, or with `other`, which implies it.
pub(super) fn check_transparent(
    input: &VariantInput<'_>,
    delegation: &Written,
    errors: &mut Errors,
) -> Result<usize, Reported> {
    let transparent = delegation.argument.name();
    let mut checked = input.sound();
    if input.fields.len() != 1 {
        let message = format!(
            "`{transparent}` needs exactly one field, but `{}` has {}",
            input.name,
            input.fields.len()
        );
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
