use super::{Choice, Frameworks};
use crate::argument::Argument;
use crate::attr::{Arguments, Written};
use crate::errors::Errors;
use quote::ToTokens;
use syn::Path;

impl Frameworks {
    pub(super) fn of(arguments: &Arguments, errors: &mut Errors) -> Self {
        let macros = distinct(arguments.paths(Argument::Emit), errors);
        let only = distinct(arguments.paths(Argument::IntoResponse), errors);
        let choice = match (arguments.get(Argument::Manual), arguments.get(Argument::IntoResponse)) {
            (Some(_), Some(Written { key, .. })) => {
                errors
                    .push(key, "`into_response` cannot be combined with `manual`; leave out one of the two");
                Choice::Manual
            }
            (Some(_), None) => Choice::Manual,
            (None, Some(_)) => Choice::Only(only.iter().filter_map(Path::get_ident).cloned().collect()),
            (None, None) => Choice::All,
        };
        Self { choice, macros }
    }
}

/// Reports what is listed twice, and takes it once.
fn distinct(paths: &[Path], errors: &mut Errors) -> Vec<Path> {
    let (mut seen, mut distinct) = (Vec::new(), Vec::new());
    for path in paths {
        let text = path.to_token_stream().to_string().replace(' ', "");
        if seen.contains(&text) {
            errors.push(path, format!("duplicate `{text}`"));
        } else {
            distinct.push(path.clone());
            seen.push(text);
        }
    }
    distinct
}
