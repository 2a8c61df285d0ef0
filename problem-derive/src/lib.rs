//! The macros of [problem-core](https://docs.rs/problem-core), which re-exports and documents them.
//!
//! A derive runs through three stages, in this order:
//!
//! ```text
//! attr     reads #[problem(...)] as written
//!            argument.rs      the table of arguments, and the forms of their values
//!            value.rs         reads the values, with method.rs, pair.rs and status.rs
//!   |
//! model    applies every rule, and builds the checked model
//!            sending.rs       how `Problem` sends a variant
//!            reading.rs       how `FromProblem` reads it back
//!            origin.rs        where its fields then come from
//!            identity.rs      how the variants of an enum are told apart
//!            exposure.rs      which texts need `expose`
//!            transparent.rs   variants that delegate to an inner problem
//!            frameworks.rs    which web frameworks get an impl
//!            context.rs       the state that the variants of an enum share
//!   |
//! expand   generates the code, and cannot fail
//!            problem.rs       the impl of `Problem`, with additions.rs for its members and header fields
//!            from_problem.rs  the impl of `FromProblem`, with read_fields.rs for its fields
//!            guard.rs         the checks of texts that only rustc can make
//!            frameworks.rs    the calls that implement the traits of web frameworks
//! ```
//!
//! Each part of a problem has one file in `model`, with its type and its rules: `status`, `problem_type`, `texts`
//! (detail and instance), `extensions` and `headers`. To add an argument, follow the steps at the head of
//! `attr/argument.rs`.
//!
//! Every error is reported to `errors`, which returns a `Reported`. A function that can fail returns it in a `Result`.
//! Code that lacks a value because of a `Reported` reports nothing more. A type with errors gets the impls of
//! `fallback`.
//!
//! `shared` is a symbolic link to a directory of problem-core. It holds the rules that both crates apply.

mod attr;
mod bounds;
mod errors;
mod expand;
mod fallback;
mod model;
mod names;
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
