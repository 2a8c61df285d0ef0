//! From the JSON of a problem to the typed error, or to the details.
//!
//! `cargo bench -p problem-bench` takes the time, counts the allocations and prints a table.
//! With `-- --test` at the end, it only checks that the contenders read alike.

#[path = "../common/mod.rs"]
mod common;

mod details;
mod report;
mod typed;

use crate::common::allocations::count_allocations;
use crate::common::timing::take_time;
use crate::common::vault_error::VaultError;
use problem_core::Problem;

fn main() {
    let json = VaultError::EXTENDED.to_json();
    typed::assert_agreement(&json);
    details::assert_agreement(&json);
    if !common::is_measured() {
        return;
    }
    let typed_allocations = count_allocations(&typed::CONTENDERS, &json);
    let details_allocations = count_allocations(&details::CONTENDERS, &json);
    let json = [json];
    let [typed] = take_time(&typed::CONTENDERS, &json);
    let [details] = take_time(&details::CONTENDERS, &json);
    report::print((&typed, &typed_allocations), (&details, &details_allocations));
}
