//! Which web frameworks' handlers may return the type.

use crate::attr::{Argument, Arguments, Written};
use crate::errors::{Errors, Reported};
use proc_macro2::Ident;
use quote::ToTokens;
use syn::Path;

pub(crate) struct Frameworks {
    pub(crate) choice: Choice,
    /// The macros of frameworks that problem-core does not know.
    pub(crate) macros: Vec<Path>,
}

pub(crate) enum Choice {
    /// Those that problem-core has features for, as far as the type fits.
    All,
    /// These, whether the type fits or not.
    Only(Vec<Ident>),
    /// None: the impls are written by hand.
    Manual,
}

impl Frameworks {
    /// Reads them from the arguments of a type. What is wrong is left out, so that a type with errors has the others.
    pub(super) fn from_arguments(arguments: &Arguments, errors: &mut Errors) -> Self {
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
fn distinct(paths: Result<&[Path], Reported>, errors: &mut Errors) -> Vec<Path> {
    let (mut seen, mut distinct) = (Vec::new(), Vec::new());
    for path in paths.unwrap_or_default() {
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
