//! From an error value to a finished response: status, content type and body.
//!
//! `cargo bench -p problem-bench` measures times, counts allocations and prints a table.
//! With `-- --test` at the end, it only checks that the contenders agree.

#[path = "../common/mod.rs"]
mod common;

mod agreement;
mod case;
mod contenders;
mod report;

use crate::case::Case;
use crate::common::allocations::count_allocations;
use crate::common::timing::take_time;
use crate::contenders::CONTENDERS;

fn main() {
    for case in Case::ALL {
        agreement::assert_agreement(case);
    }
    if !common::is_measured() {
        return;
    }
    let errors = Case::ALL.map(Case::error);
    let allocations = errors.each_ref().map(|error| count_allocations(&CONTENDERS, error));
    let nanoseconds = take_time(&CONTENDERS, &errors);
    report::print(&nanoseconds, &allocations);
}
