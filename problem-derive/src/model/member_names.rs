//! The names of extension members.

use super::cases::rename_all;
use super::context::Rules;
use super::input::{FieldInput, VariantInput};
use crate::attr::{Argument, Written};
use crate::errors::{Errors, Reported};
use crate::names::{Case, is_conventional};
use crate::shared::member_name::{is_standard, is_xml_name};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Member;

/// A field that is sent or read as a member, or, without a name, as several.
pub(super) struct Named {
    pub(super) name: Option<String>,
    pub(super) field: usize,
}

/// Returns the fields under `extension` and `flatten`, and adds their names to `names`.
pub(super) fn field_members(
    input: &VariantInput<'_>,
    default: Result<Option<Case>, Reported>,
    rules: Rules,
    names: &mut Vec<String>,
    errors: &mut Errors,
) -> Result<Vec<Named>, Reported> {
    let own = rename_all(&input.arguments, errors);
    let rename_all = match own {
        Ok(None) => default,
        own => own,
    };
    let mut checked = own.map(|_| ());
    let mut members = Vec::new();
    for (index, field) in input.fields.iter().enumerate() {
        let extension = field.arguments.get(Argument::Extension);
        if let Some(flatten) = field.arguments.get(Argument::Flatten) {
            if extension.is_some() {
                let message = "`flatten` cannot be combined with `extension`; remove one of the two";
                checked = Err(errors.push(&flatten.key, message));
            }
            members.push(Named { name: None, field: index });
        }
        let Some(extension) = extension else { continue };
        match name(field, extension, rename_all, rules, errors) {
            Ok((name, tokens)) => {
                if names.contains(&name) {
                    let message = format!("duplicate extension `{name}` in `{}`", input.name);
                    checked = Err(errors.push(tokens, message));
                }
                names.push(name.clone());
                members.push(Named { name: Some(name), field: index });
            }
            Err(reported) => checked = Err(reported),
        }
    }
    checked.map(|()| members)
}

/// Returns the name of the member for a field, with the tokens that an error about the name points at.
fn name(
    field: &FieldInput<'_>,
    extension: &Written,
    rename_all: Result<Option<Case>, Reported>,
    rules: Rules,
    errors: &mut Errors,
) -> Result<(String, TokenStream), Reported> {
    field.arguments.complete?;
    let written_out = field.arguments.text(Argument::Extension)?;
    let tokens = match written_out {
        Some(text) => text.to_token_stream(),
        None => extension.key.to_token_stream(),
    };
    let name = match (written_out, &field.member) {
        (Some(text), _) => text.value(),
        (None, Member::Named(_)) => match rename_all? {
            None => field.name.clone(),
            Some(case) => case.apply_to_field(&field.name),
        },
        (None, Member::Unnamed(_)) => {
            let message = "an extension from a tuple field needs a name: `extension = \"...\"`";
            return Err(errors.push(tokens, message));
        }
    };
    match check_name(&name, &renaming(&name), written_out.is_some(), rules) {
        Ok(()) => Ok((name, tokens)),
        Err(message) => Err(errors.push(tokens, message)),
    }
}

/// Returns how a field gets another name than `name`, or becomes the standard member of that name.
fn renaming(name: &str) -> String {
    let renaming = "`extension = \"...\"`";
    match name {
        "detail" | "instance" | "status" => format!("{renaming}, or mark the field `{name}`"),
        "title" => format!("{renaming}, or, if the type derives only `FromProblem`, mark the field `title`"),
        _ => renaming.to_owned(),
    }
}

/// Checks the name of a member. `renaming` tells the user how to give it another name.
pub(super) fn check_name(
    name: &str,
    renaming: &str,
    is_written_out: bool,
    rules: Rules,
) -> Result<(), String> {
    if is_standard(name) {
        return Err(format!(
            "extension `{name}` would overwrite the standard member `{name}`; choose another name: {renaming}"
        ));
    }
    if rules == Rules::Reading {
        return Ok(());
    }
    if !is_xml_name(name) {
        return Err(format!(
            "extension {name:?} cannot be used as a name in XML (RFC 9457, section 3.2); choose another name: {renaming}"
        ));
    }
    if !is_written_out && !is_conventional(name) {
        return Err(format!(
            "extension `{name}` does not follow the naming convention of RFC 9457, section 4: at least three \
             characters, a letter followed by letters, digits and `_`; to use it anyway, write \
             `extension = \"{name}\"`"
        ));
    }
    Ok(())
}
