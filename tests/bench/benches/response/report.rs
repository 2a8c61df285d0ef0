//! The result table, and the verdicts on the aims.

use crate::case::Case;
use crate::common::allocations::Allocations;
use crate::common::report::{print_table, rows, verdict};
use crate::contenders::{CONTENDERS, DERIVE, HAND_WRITTEN};

/// How long the derive may take, relative to the hand-written code.
const fn aim(case: Case) -> f64 {
    match case {
        Case::Constant => 0.45,
        Case::Formatted => 0.60,
        Case::Extended => 0.65,
        Case::HeaderFields => 0.75,
    }
}

pub(crate) fn print(
    nanoseconds: &[[f64; CONTENDERS.len()]; Case::ALL.len()],
    allocations: &[[Allocations; CONTENDERS.len()]; Case::ALL.len()],
) {
    let mut table = Vec::new();
    for ((case, nanoseconds), allocations) in Case::ALL.into_iter().zip(nanoseconds).zip(allocations) {
        table.extend(rows(case.name(), &CONTENDERS, nanoseconds, allocations, nanoseconds[HAND_WRITTEN]));
    }
    print_table(&table);
    for ((case, nanoseconds), allocations) in Case::ALL.into_iter().zip(nanoseconds).zip(allocations) {
        let ratio = nanoseconds[DERIVE] / nanoseconds[HAND_WRITTEN];
        let [derive, hand_written] = [DERIVE, HAND_WRITTEN].map(|index| allocations[index].count);
        println!(
            "{}: {ratio:.2} times the hand-written time, aim {:.2}: {}; {derive} allocations against {hand_written}: {}",
            case.name(),
            aim(case),
            verdict(ratio <= aim(case)),
            verdict(derive < hand_written),
        );
    }
}
