//! Extension members and their names.

use super::Extension;
use super::input::{FieldInput, VariantInput};
use crate::argument::Argument;
use crate::attr::Arguments;
use crate::errors::Errors;
use crate::names::{CASES, Case, is_conventional, is_xml_name};
use crate::standard::is_standard;
use crate::suggest::{nearest, or};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Member;

pub(super) fn extensions(
    input: &VariantInput<'_>,
    enum_case: Option<Case>,
    errors: &mut Errors,
) -> Vec<Extension> {
    let case = rename_all(&input.arguments, errors).or(enum_case);
    let mut extensions: Vec<Extension> = Vec::new();
    for (index, field) in input.fields.iter().enumerate() {
        if let Some(flatten) = field.arguments.get(Argument::Flatten) {
            if field.arguments.has(Argument::Extension) {
                errors.push(
                    &flatten.key,
                    "`flatten` cannot be combined with `extension`; leave out one of the two",
                );
            }
            extensions.push(Extension { field: index, name: None });
        }
        match name(field, case) {
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

/// The name of the member that a field is, with the tokens that name it.
fn name(field: &FieldInput<'_>, case: Option<Case>) -> syn::Result<Option<(String, TokenStream)>> {
    let Some(extension) = field.arguments.get(Argument::Extension) else { return Ok(None) };
    let written_out = field.arguments.text(Argument::Extension);
    let tokens = match written_out {
        Some(text) => text.to_token_stream(),
        None => extension.key.to_token_stream(),
    };
    let error = |message: String| Err(syn::Error::new_spanned(&tokens, message));
    let name = match (written_out, &field.member) {
        (Some(text), _) => text.value(),
        (None, Member::Named(_)) => case.map_or_else(|| field.name.clone(), |case| case.apply(&field.name)),
        (None, Member::Unnamed(_)) => {
            return error("an extension from a tuple field needs a name: `extension = \"...\"`".to_owned());
        }
    };
    if is_standard(&name) {
        return error(format!(
            "extension `{name}` would overwrite the standard member `{name}`; choose another name: `extension = \"...\"`"
        ));
    }
    if written_out.is_none() && !is_conventional(&name) {
        return error(format!(
            "extension `{name}` is not a name RFC 9457 recommends: a letter, then letters, digits and `_`, three or \
             more; to send it all the same, write `extension = \"{name}\"`"
        ));
    }
    if !is_xml_name(&name) {
        return error(format!("extension {name:?} is not a name that XML can carry (RFC 9457, section 3.2)"));
    }
    Ok(Some((name, tokens)))
}

/// The case in `rename_all = "..."`.
pub(super) fn rename_all(arguments: &Arguments, errors: &mut Errors) -> Option<Case> {
    let text = arguments.text(Argument::RenameAll)?;
    let word = text.value();
    if let Some((_, case)) = CASES.iter().find(|(known, _)| *known == word) {
        return Some(*case);
    }
    let words = || CASES.iter().map(|(word, _)| *word);
    let message = if word.eq_ignore_ascii_case("kebab-case") || word == "SCREAMING-KEBAB-CASE" {
        format!("`{word}` breaks the naming of RFC 9457, section 4; use `camelCase` or `snake_case`")
    } else if let Some(near) = nearest(&word, words()) {
        format!("unknown case {word:?}; did you mean \"{near}\"?")
    } else {
        format!("unknown case {word:?}; expected {}", or(words().map(|word| format!("{word:?}"))))
    };
    errors.push(text, message);
    None
}
