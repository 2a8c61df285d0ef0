//! Extension members and their names.

use super::input::{FieldInput, VariantInput};
use crate::attr::{Argument, Arguments, Written};
use crate::errors::{Errors, Reported};
use crate::names::{CASES, Case, is_conventional};
use crate::shared::member_name::{is_standard, is_xml_name};
use crate::suggest::{nearest, or};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{LitStr, Member};

pub(crate) struct Extension {
    pub(crate) field: usize,
    /// `None` for a flattened field, whose entries are the members.
    pub(crate) name: Option<String>,
}

pub(super) fn extensions(
    input: &VariantInput<'_>,
    default: Result<Option<Case>, Reported>,
    errors: &mut Errors,
) -> Result<Vec<Extension>, Reported> {
    let own = rename_all(&input.arguments, errors);
    let rename_all = match own {
        Ok(None) => default,
        own => own,
    };
    let mut checked = own.map(|_| ());
    let mut extensions: Vec<Extension> = Vec::new();
    for (index, field) in input.fields.iter().enumerate() {
        let extension = field.arguments.get(Argument::Extension);
        if let Some(flatten) = field.arguments.get(Argument::Flatten) {
            if extension.is_some() {
                let message = "`flatten` cannot be combined with `extension`; remove one of the two";
                checked = Err(errors.push(&flatten.key, message));
            }
            extensions.push(Extension { field: index, name: None });
        }
        let Some(extension) = extension else { continue };
        match name(field, extension, rename_all, errors) {
            Ok((name, tokens)) => {
                if extensions.iter().any(|extension| extension.name.as_ref() == Some(&name)) {
                    let message = format!("duplicate extension `{name}` in `{}`", input.name);
                    checked = Err(errors.push(tokens, message));
                }
                extensions.push(Extension { field: index, name: Some(name) });
            }
            Err(reported) => checked = Err(reported),
        }
    }
    checked.map(|()| extensions)
}

/// Checks that a source is not sent unless it is exposed.
pub(super) fn check_extension_sources(input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    for field in input.fields.iter().filter(|field| field.is_source) {
        for argument in [Argument::Extension, Argument::Flatten] {
            let Some(written) = field.arguments.get(argument) else { continue };
            if let Err(message) = input.require_expose(&format!("`{}` would", argument.name())) {
                checked = Err(errors.push(&written.key, message));
            }
        }
    }
    checked
}

/// Returns the name of the member for a field, with the tokens that an error about the name points at.
fn name(
    field: &FieldInput<'_>,
    extension: &Written,
    rename_all: Result<Option<Case>, Reported>,
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
            Some(case) => case.apply(&field.name),
        },
        (None, Member::Unnamed(_)) => {
            let message = "an extension from a tuple field needs a name: `extension = \"...\"`";
            return Err(errors.push(tokens, message));
        }
    };
    match check_name(&name, written_out.is_some()) {
        Ok(()) => Ok((name, tokens)),
        Err(message) => Err(errors.push(tokens, message)),
    }
}

fn check_name(name: &str, is_written_out: bool) -> Result<(), String> {
    if is_standard(name) {
        return Err(format!(
            "extension `{name}` would overwrite the standard member `{name}`; choose another name: `extension = \"...\"`"
        ));
    }
    if !is_xml_name(name) {
        return Err(format!(
            "extension {name:?} cannot be used as a name in XML (RFC 9457, section 3.2); choose another name: \
             `extension = \"...\"`"
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

/// Returns the case that `rename_all = "..."` names.
pub(super) fn rename_all(arguments: &Arguments, errors: &mut Errors) -> Result<Option<Case>, Reported> {
    match arguments.text(Argument::RenameAll)? {
        Some(text) => find_case(text).map(Some).map_err(|message| errors.push(text, message)),
        None => arguments.complete.map(|()| None),
    }
}

fn find_case(text: &LitStr) -> Result<Case, String> {
    let word = text.value();
    if let Some((_, case)) = CASES.iter().find(|(known, _)| *known == word) {
        return Ok(*case);
    }
    let words = CASES.map(|(word, _)| word);
    Err(if word.eq_ignore_ascii_case("kebab-case") || word == "SCREAMING-KEBAB-CASE" {
        format!(
            "`{word}` does not follow the naming convention of RFC 9457, section 4; use `camelCase` or `snake_case`"
        )
    } else if let Some(near) = nearest(&word, &words) {
        format!("unknown case {word:?}; did you mean \"{near}\"?")
    } else {
        format!("unknown case {word:?}; expected {}", or(words.map(|word| format!("{word:?}")).into()))
    })
}
