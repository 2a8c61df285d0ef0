//! Reading the JSON of a problem, as the typed error or as details.
//!
//! `cargo bench -p problem-bench` measures times, counts allocations and prints a table.
//! With `-- --test` at the end, it only checks that the contenders agree.

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
