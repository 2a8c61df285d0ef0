//! Reading the JSON of a problem, as the typed error or as details.
//!
//! Run it like the benchmark `response`.

#[path = "../common/mod.rs"]
mod common;

mod borrowing;
mod by_hand;
mod error;
mod extensions;
mod inputs;
mod standard;
mod typed;

fn main() {
    common::run(
        || {
            typed::assert_agreement();
            standard::assert_agreement();
            extensions::assert_agreement();
        },
        typed::comparisons().chain(standard::comparisons()).chain(extensions::comparisons()).collect(),
    );
}
