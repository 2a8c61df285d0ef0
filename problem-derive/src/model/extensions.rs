//! Extension members and their names.

use super::input::{FieldInput, VariantInput};
use super::{Derive, Extension};
use crate::argument::Argument;
use crate::attr::{Arguments, Value};
use crate::errors::Errors;
use crate::names::{CASES, Case, is_conventional};
use crate::shared::standard::is_standard;
use crate::shared::xml_name::is_xml_name;
use crate::suggest::{nearest, or};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{LitStr, Member};

pub(super) fn extensions(
    input: &VariantInput<'_>,
    of_enum: RenameAll,
    derive: Derive,
    errors: &mut Errors,
) -> Vec<Extension> {
    let rename_all = match RenameAll::of(&input.arguments, errors) {
        RenameAll::None => of_enum,
        own => own,
    };
    let mut extensions: Vec<Extension> = Vec::new();
    for (index, field) in input.fields.iter().enumerate() {
        check_source(input, field, derive, errors);
        if let Some(flatten) = field.arguments.get(Argument::Flatten) {
            if field.arguments.has(Argument::Extension) {
                errors.push(
                    &flatten.key,
                    "`flatten` cannot be combined with `extension`; leave out one of the two",
                );
            }
            extensions.push(Extension { field: index, name: None });
        }
        match name(field, rename_all) {
            Ok(None) => {}
            Ok(Some((name, tokens))) => {
                if extensions.iter().any(|extension| extension.name.as_ref() == Some(&name)) {
                    errors.push(tokens, format!("duplicate extension `{name}` in `{}`", input.name));
                }
                extensions.push(Extension { field: index, name: Some(name) });
            }
            Err(error) => errors.add(error),
        }
    }
    extensions
}

/// Reports a source that is sent and not exposed; a client that only reads sends nothing.
fn check_source(input: &VariantInput<'_>, field: &FieldInput<'_>, derive: Derive, errors: &mut Errors) {
    if !field.is_source {
        return;
    }
    for argument in [Argument::Extension, Argument::Flatten] {
        let Some(written) = field.arguments.get(argument) else { continue };
        let sent = input.send_source(&format!("`{}` would", argument.name()));
        if let (Err(message), Derive::Problem) = (sent, derive) {
            errors.push(&written.key, message);
        }
    }
}

/// The name of the member that a field is, with the tokens that name it; `None` also where that cannot be known for a
/// mistake that has been reported.
fn name(field: &FieldInput<'_>, rename_all: RenameAll) -> syn::Result<Option<(String, TokenStream)>> {
    let Some(extension) = field.arguments.get(Argument::Extension) else { return Ok(None) };
    if field.arguments.unreadable || matches!(extension.value, Value::Unreadable) {
        return Ok(None);
    }
    let written_out = field.arguments.text(Argument::Extension);
    let tokens = match written_out {
        Some(text) => text.to_token_stream(),
        None => extension.key.to_token_stream(),
    };
    let error = |message: String| Err(syn::Error::new_spanned(&tokens, message));
    let name = match (written_out, &field.member) {
        (Some(text), _) => text.value(),
        (None, Member::Named(_)) => match rename_all {
            RenameAll::None => field.name.clone(),
            RenameAll::To(case) => case.apply(&field.name),
            RenameAll::Unreadable => return Ok(None),
        },
        (None, Member::Unnamed(_)) => {
            return error("an extension from a tuple field needs a name: `extension = \"...\"`".to_owned());
        }
    };
    if is_standard(&name) {
        return error(format!(
            "extension `{name}` would overwrite the standard member `{name}`; choose another name: `extension = \"...\"`"
        ));
    }
    if !is_xml_name(&name) {
        return error(format!(
            "extension {name:?} is not a name that XML can carry (RFC 9457, section 3.2); choose another name: \
             `extension = \"...\"`"
        ));
    }
    if written_out.is_none() && !is_conventional(&name) {
        return error(format!(
            "extension `{name}` is not a name RFC 9457 recommends: a letter, then letters, digits and `_`, three or \
             more; to send it all the same, write `extension = \"{name}\"`"
        ));
    }
    Ok(Some((name, tokens)))
}

/// What `rename_all = "..."` says.
#[derive(Clone, Copy, Default)]
pub(super) enum RenameAll {
    #[default]
    None,
    To(Case),
    /// An argument could not be read, and it may have been this.
    Unreadable,
}

impl RenameAll {
    pub(super) fn of(arguments: &Arguments, errors: &mut Errors) -> Self {
        match arguments.text(Argument::RenameAll) {
            Some(text) => match case_named(text) {
                Ok(case) => Self::To(case),
                Err(message) => {
                    errors.push(text, message);
                    Self::Unreadable
                }
            },
            None if arguments.unreadable || arguments.has(Argument::RenameAll) => Self::Unreadable,
            None => Self::None,
        }
    }
}

fn case_named(text: &LitStr) -> Result<Case, String> {
    let word = text.value();
    if let Some((_, case)) = CASES.iter().find(|(known, _)| *known == word) {
        return Ok(*case);
    }
    let words = CASES.map(|(word, _)| word);
    Err(if word.eq_ignore_ascii_case("kebab-case") || word == "SCREAMING-KEBAB-CASE" {
        format!("`{word}` breaks the naming of RFC 9457, section 4; use `camelCase` or `snake_case`")
    } else if let Some(near) = nearest(&word, &words) {
        format!("unknown case {word:?}; did you mean \"{near}\"?")
    } else {
        format!("unknown case {word:?}; expected {}", or(words.map(|word| format!("{word:?}")).into()))
    })
}
