//! From an error value to a finished response: status, content type and body.
//!
//! `cargo bench` takes the time, counts the allocations and prints a table.
//! Any other way to run it, `cargo test --benches` or `cargo bench -- --test`, only checks that the contenders answer
//! alike.

mod agreement;
mod allocations;
mod contenders;
mod report;
mod timing;
mod vault_error;

use crate::vault_error::Case;

fn main() {
    for case in Case::ALL {
        agreement::assert_agreement(case);
    }
    let has_argument = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    if !has_argument("--bench") || has_argument("--test") {
        return;
    }
    let allocations = Case::ALL.map(allocations::count_allocations);
    let nanoseconds = timing::take_time();
    report::print(&nanoseconds, &allocations);
}
