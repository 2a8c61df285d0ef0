//! The cost of choosing a format, and of writing XML or HTML instead of JSON.
//!
//! Run it like the benchmark `response`.

#[path = "../common/mod.rs"]
mod common;

#[path = "../response/case.rs"]
mod case;
mod negotiated;
mod report;
mod written;

use crate::case::Case;
use crate::common::allocations::count_allocations;
use crate::common::timing::take_time;
use crate::common::vault_error::VaultError;

fn main() {
    let errors = Case::ALL.map(Case::error);
    negotiated::assert_agreement(&errors);
    written::assert_agreement(&VaultError::EXTENDED);
    if !common::is_measured() {
        return;
    }
    let negotiated_allocations =
        errors.each_ref().map(|error| count_allocations(&negotiated::CONTENDERS, error));
    let written_allocations = count_allocations(&written::CONTENDERS, &VaultError::EXTENDED);
    let negotiated = take_time(&negotiated::CONTENDERS, &errors);
    let [written] = take_time(&written::CONTENDERS, &[VaultError::EXTENDED]);
    report::print((&negotiated, &negotiated_allocations), (&written, &written_allocations));
}
