//! The macros of [problem-core](https://docs.rs/problem-core), which re-exports and documents them.
//!
//! A derive goes through three stages: `attr` reads the attributes as they are written, `model` applies every
//! rule and says what is meant, and `expand` turns that into code and cannot fail.

mod attr;
mod bounds;
mod errors;
mod expand;
mod fallback;
mod model;
mod names;
#[allow(dead_code, reason = "a part of it is for problem-core")]
mod shared;
mod suggest;
mod template;
mod uri;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

#[allow(missing_docs, reason = "documented where problem-core re-exports it")]
#[proc_macro_derive(Problem, attributes(problem))]
pub fn derive_problem(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let tokens = match model::problem(&input) {
        Ok(model) => expand::problem(&model),
        Err(error) => fallback::problem(&input, &error),
    };
    tokens.into()
}

#[allow(missing_docs, reason = "documented where problem-core re-exports it")]
#[proc_macro_derive(FromProblem, attributes(problem))]
pub fn derive_from_problem(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let tokens = match model::from_problem(&input) {
        Ok(model) => expand::from_problem(&model),
        Err(error) => fallback::from_problem(&input, &error),
    };
    tokens.into()
}
