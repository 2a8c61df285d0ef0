//! The cases that `rename_all` and `types` name.

use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};
use crate::names::Case;
use crate::suggest::{nearest, or};
use syn::LitStr;

/// Returns the case of the extension members.
pub(super) fn rename_all(arguments: &Arguments, errors: &mut Errors) -> Result<Option<Case>, Reported> {
    let find = |text: &LitStr| match find(text, &Case::FOR_MEMBERS) {
        Err(_) if is_kebab(&text.value()) => Err(format!(
            "`{}` does not follow the naming convention of RFC 9457, section 4; use `camelCase` or `snake_case`",
            text.value()
        )),
        found => found,
    };
    case(arguments, Argument::RenameAll, find, errors)
}

/// Returns the case of the types that come from the names of variants.
pub(super) fn type_case(arguments: &Arguments, errors: &mut Errors) -> Result<Option<Case>, Reported> {
    case(arguments, Argument::Types, |text| find(text, &Case::ALL), errors)
}

fn case(
    arguments: &Arguments,
    argument: Argument,
    find: impl Fn(&LitStr) -> Result<Case, String>,
    errors: &mut Errors,
) -> Result<Option<Case>, Reported> {
    match arguments.text(argument)? {
        Some(text) => find(text).map(Some).map_err(|message| errors.push(text, message)),
        None => arguments.complete.map(|()| None),
    }
}

fn find(text: &LitStr, cases: &[Case]) -> Result<Case, String> {
    let word = text.value();
    if let Some(case) = cases.iter().find(|case| case.name() == word) {
        return Ok(*case);
    }
    let names: Vec<_> = cases.iter().map(|case| case.name()).collect();
    Err(match nearest(&word, &names) {
        Some(near) => format!("unknown case {word:?}; did you mean \"{near}\"?"),
        None => {
            let names = names.iter().map(|name| format!("{name:?}"));
            format!("unknown case {word:?}; expected {}", or(names.collect()))
        }
    })
}

fn is_kebab(word: &str) -> bool {
    word.eq_ignore_ascii_case("kebab-case") || word == "SCREAMING-KEBAB-CASE"
}
