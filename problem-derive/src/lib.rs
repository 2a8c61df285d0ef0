//! The macros of [problem-core](https://docs.rs/problem-core), which re-exports and documents them.
//!
//! A derive goes through three stages, and nothing runs back:
//!
//! ```text
//! attr     reads #[problem(...)] as written
//!            argument.rs      the table of arguments, and the forms of their values
//!            value.rs         reads the values
//!   |
//! model    applies every rule, and says what is meant
//!            declaration.rs   the parts of a problem that a variant declares
//!            sending.rs       what `Problem` makes of them
//!            reading.rs       what `FromProblem` makes of them
//!            identity.rs      what tells the variants of an enum apart
//!            transparent.rs   variants that leave everything to an inner problem
//!            frameworks.rs    which web frameworks get an impl
//!            context.rs       what the variants of an enum share
//!   |
//! expand   writes the code, and cannot fail
//!            problem.rs       the impl of `Problem`
//!            from_problem.rs  the impl of `FromProblem`
//!            frameworks.rs    the calls that implement the traits of web frameworks
//! ```
//!
//! Each part of a problem has one file in `model`, with its type and its rules: `status`, `problem_type`, `texts` (detail
//! and instance), `extensions`, `headers`. To add an argument, follow the steps at the head of `attr/argument.rs`.
//!
//! Every error is reported to `errors`, which returns a `Reported`. A function that can fail returns a `Result` with it,
//! and code that lacks a value because of it reports nothing more. A type with errors gets the impls of `fallback`.
//!
//! `shared` is a directory of problem-core, through a symbolic link: the rules that both crates apply.

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
