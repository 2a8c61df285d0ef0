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

/// Compares the derive with the best code by hand, which for a constant body is a text.
fn comparison(written: Written) -> Comparison {
    let Written { case, name, input } = written;
    let input = Rc::new(input);
    let derive = |comparison: Comparison, bar: f64| {
        comparison.contender("derive", &input, contenders::derive, Some(Bar::from(bar)))
    };
    match case {
        cases::CONSTANT => {
            let comparison = Comparison::new("axum, constant body", name)
                .contender("hand-written text", &input, constant_text::respond, None)
                .contender("hand-written struct", &input, contenders::hand_written, None);
            derive(comparison, 1.00)
        }
        _ => {
            let (case, bar) = match case {
                cases::FORMATTED => ("axum, formatted detail", 0.72),
                _ => ("axum, 3 members, instance", 0.80),
            };
            let comparison = Comparison::new(case, name);
            derive(comparison.contender("hand-written", &input, contenders::hand_written, None), bar)
        }
    }
}
