//! From plain values to a finished response: the error, status, content type and body.
//!
//! `cargo bench -p problem-bench` measures times, counts allocations and prints a table.
//! With `-- --instructions` at the end, it counts instructions instead of nanoseconds.
//! With `-- --test`, it only checks that the contenders agree.
//! Any other words at the end restrict it to the cases and inputs whose names contain all of them.

#[path = "../common/mod.rs"]
mod common;
#[path = "../writing/response.rs"]
mod json_response;
#[path = "../writing/mod.rs"]
mod writing;

mod agreement;
mod contenders;

use crate::common::comparison::{Bar, Comparison};
use crate::contenders::{CONTENDERS, Contender, DERIVE};
use crate::writing::cases::{self, Written};
use std::rc::Rc;

fn main() {
    common::run(
        || cases::all().iter().for_each(agreement::assert_agreement),
        cases::all().into_iter().map(comparison).collect(),
    );
}

fn comparison(written: Written) -> Comparison {
    let Written { case, name, input } = written;
    let bar = bar(case, name);
    let input = Rc::new(input);
    CONTENDERS.iter().fold(Comparison::new(case, name), |comparison, Contender { name, run }| {
        comparison.contender(name, &input, *run, bar.filter(|_| *name == DERIVE).map(Bar::from))
    })
}

/// How long the derive may take, relative to the code by hand.
fn bar(case: &str, input: &str) -> Option<f64> {
    match case {
        cases::CONSTANT => Some(0.41),
        // Both also have to escape.
        cases::FORMATTED if input.contains("escapes") => Some(0.90),
        cases::FORMATTED => Some(0.47),
        cases::MEMBERS if input.starts_with("number") => Some(0.54),
        // Both also have to percent-encode a text, with the same crate.
        cases::MEMBERS => Some(1.00),
        cases::LIST => Some(0.95),
        cases::LONG_DETAIL if input.starts_with("plain") => Some(0.20),
        cases::LONG_DETAIL => Some(0.90),
        _ => None,
    }
}
