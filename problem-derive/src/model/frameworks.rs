use super::{Choice, Frameworks};
use crate::argument::Argument;
use crate::attr::{Arguments, Written};
use crate::errors::Errors;
use quote::ToTokens;
use std::collections::HashSet;
use syn::Path;

impl Frameworks {
    pub(super) fn of(arguments: &Arguments, errors: &mut Errors) -> Self {
        let mut listed = |argument| distinct(arguments.paths(argument), errors);
        let (only, macros) = (listed(Argument::IntoResponse), listed(Argument::Emit));
        let choice = match (arguments.get(Argument::Manual), arguments.get(Argument::IntoResponse)) {
            (Some(_), Some(Written { key, .. })) => {
                errors
                    .push(key, "`into_response` cannot be combined with `manual`; leave out one of the two");
                Choice::Manual
            }
            (Some(_), None) => Choice::Manual,
            (None, Some(_)) => Choice::Only(only),
            (None, None) => Choice::All,
        };
        Self { choice, macros }
    }
}

fn distinct(paths: &[Path], errors: &mut Errors) -> Vec<Path> {
    let mut seen = HashSet::new();
    let mut is_first = |path: &&Path| {
        let text = path.to_token_stream().to_string().replace(' ', "");
        if seen.contains(&text) {
            errors.push(path, format!("duplicate `{text}`"));
        }
        seen.insert(text)
    };
    paths.iter().filter(|path| is_first(path)).cloned().collect()
}
