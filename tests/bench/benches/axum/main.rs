//! From plain values to a finished response of axum.
//!
//! Run it like the benchmark `response`.

#[path = "../common/mod.rs"]
mod common;
#[path = "../writing/mod.rs"]
mod writing;

mod agreement;
mod constant_text;
mod contenders;

use crate::common::comparison::{Bar, Comparison};
use crate::writing::cases::{self, Written};
use std::rc::Rc;

fn main() {
    common::run(
        || inputs().for_each(|written| agreement::assert_agreement(&written)),
        inputs().map(comparison).collect(),
    );
}

fn inputs() -> impl Iterator<Item = Written> {
    let cases = [cases::CONSTANT, cases::FORMATTED, cases::MEMBERS];
    cases::all().into_iter().filter(move |written| cases.contains(&written.case))
}

/// Compares the derive with a struct by hand. For a constant body, a text by hand is also measured.
fn comparison(written: Written) -> Comparison {
    let Written { case, name, input } = written;
    let input = Rc::new(input);
    let (case, bar) = match case {
        cases::CONSTANT => ("axum, constant body", 1.00),
        cases::FORMATTED if name.contains("escapes") => ("axum, formatted detail", 1.00),
        cases::FORMATTED => ("axum, formatted detail", 0.72),
        _ if name.starts_with("number") => ("axum, 3 members, instance", 0.80),
        // As in the benchmark `response`.
        _ => ("axum, 3 members, instance", 1.05),
    };
    let comparison = Comparison::new(case, name)
        .contender("hand-written", &input, contenders::hand_written, None)
        .contender("derive", &input, contenders::derive, Some(Bar::from(bar)));
    if case == "axum, constant body" {
        comparison.contender("hand-written text", &input, constant_text::respond, None)
    } else {
        comparison
    }
}
