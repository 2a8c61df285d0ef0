//! The table, and whether the aims are met.

use crate::allocations::Allocations;
use crate::contenders::{CONTENDERS, DERIVE, HAND_WRITTEN};
use crate::timing::Nanoseconds;
use crate::vault_error::Case;

/// The part of the time of the code by hand that the derive may take.
const fn aim(case: Case) -> f64 {
    match case {
        Case::Constant => 0.45,
        Case::Formatted => 0.60,
        Case::Extended => 0.65,
    }
}

pub(crate) fn print(
    nanoseconds: &Nanoseconds,
    allocations: &[[Allocations; CONTENDERS.len()]; Case::ALL.len()],
) {
    row(["case", "contender", "ns", "ratio", "allocations", "bytes"].map(str::to_owned));
    println!("|{:-<32}|{:-<23}|{:->6}:|{:->6}:|{:->12}:|{:->6}:|", "", "", "", "", "", "");
    for ((case, nanoseconds), allocations) in Case::ALL.into_iter().zip(nanoseconds).zip(allocations) {
        for (index, contender) in CONTENDERS.iter().enumerate() {
            row([
                case.name().to_owned(),
                contender.name.to_owned(),
                format!("{:.0}", nanoseconds[index]),
                format!("{:.2}", nanoseconds[index] / nanoseconds[HAND_WRITTEN]),
                allocations[index].count.to_string(),
                allocations[index].bytes.to_string(),
            ]);
        }
    }
    println!();
    for ((case, nanoseconds), allocations) in Case::ALL.into_iter().zip(nanoseconds).zip(allocations) {
        let ratio = nanoseconds[DERIVE] / nanoseconds[HAND_WRITTEN];
        let [derive, hand_written] = [DERIVE, HAND_WRITTEN].map(|index| allocations[index].count);
        println!(
            "{}: {ratio:.2} of the time by hand, aim {:.2}: {}; {derive} allocations against {hand_written}: {}",
            case.name(),
            aim(case),
            verdict(ratio <= aim(case)),
            verdict(derive < hand_written),
        );
    }
}

fn row([case, contender, nanoseconds, ratio, allocations, bytes]: [String; 6]) {
    println!(
        "| {case:<30} | {contender:<21} | {nanoseconds:>5} | {ratio:>5} | {allocations:>11} | {bytes:>5} |"
    );
}

const fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "NOT met" }
}
