//! The web frameworks whose handlers may return the type.

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
    /// Every framework that problem-core has a feature for, if the type meets its bounds.
    All,
    /// These frameworks, whether or not the type meets their bounds.
    Only(Vec<Ident>),
    /// None: the impls are written by hand.
    Manual,
}

impl Frameworks {
    pub(super) fn from_arguments(arguments: &Arguments, errors: &mut Errors) -> Result<Self, Reported> {
        let macros = check_distinct(arguments.paths(Argument::Emit), errors);
        let names = check_distinct(arguments.paths(Argument::IntoResponse), errors);
        if let (true, Some(Written { key, .. })) =
            (arguments.has(Argument::Manual), arguments.get(Argument::IntoResponse))
        {
            let message = "`into_response` cannot be combined with `manual`; remove one of the two";
            return Err(errors.push(key, message));
        }
        macros.and(names)?;
        Ok(Self::as_far_as_sound(arguments))
    }

    /// Returns the valid part of the arguments, so that a type with errors gets as many impls as possible.
    pub(super) fn as_far_as_sound(arguments: &Arguments) -> Self {
        let names = distinct(arguments.paths(Argument::IntoResponse).unwrap_or_default());
        let choice = if arguments.has(Argument::Manual) {
            Choice::Manual
        } else if arguments.has(Argument::IntoResponse) {
            Choice::Only(names.iter().filter_map(Path::get_ident).cloned().collect())
        } else {
            Choice::All
        };
        Self { choice, macros: distinct(arguments.paths(Argument::Emit).unwrap_or_default()) }
    }
}

fn check_distinct(paths: Result<&[Path], Reported>, errors: &mut Errors) -> Result<(), Reported> {
    let paths = paths?;
    let mut checked = Ok(());
    for index in (0..paths.len()).filter(|index| is_repeated(paths, *index)) {
        checked = Err(errors.push(&paths[index], format!("duplicate `{}`", text(&paths[index]))));
    }
    checked
}

fn distinct(paths: &[Path]) -> Vec<Path> {
    (0..paths.len()).filter(|index| !is_repeated(paths, *index)).map(|index| paths[index].clone()).collect()
}

fn is_repeated(paths: &[Path], index: usize) -> bool {
    paths[..index].iter().any(|path| text(path) == text(&paths[index]))
}

fn text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
