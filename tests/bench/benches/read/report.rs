//! The result table, and the verdicts on the aims.

use crate::common::allocations::Allocations;
use crate::common::report::{print_table, rows, verdict};
use crate::{details, typed};

/// How long the derive may take, relative to the hand-written code.
const TYPED_AIM: f64 = 1.2;

/// How long our details may take, relative to the fastest other crate.
const DETAILS_AIM: f64 = 1.0;

/// The times and the allocations of the contenders of a case.
type Measured<'a, const N: usize> = (&'a [f64; N], &'a [Allocations; N]);

pub(crate) fn print(
    (typed, typed_allocations): Measured<'_, { typed::CONTENDERS.len() }>,
    (details, details_allocations): Measured<'_, { details::CONTENDERS.len() }>,
) {
    let by_hand = typed[typed::HAND_WRITTEN];
    let of_a_peer = details::PEERS.map(|peer| details[peer]).into_iter().fold(f64::INFINITY, f64::min);
    let mut table = Vec::new();
    table.extend(rows("bytes to typed error", &typed::CONTENDERS, typed, typed_allocations, by_hand));
    table.extend(rows("bytes to details", &details::CONTENDERS, details, details_allocations, of_a_peer));
    print_table(&table);
    let ratio = typed[typed::DERIVE] / by_hand;
    println!(
        "bytes to typed error: {ratio:.2} times the hand-written time, aim {TYPED_AIM:.2}: {}",
        verdict(ratio <= TYPED_AIM)
    );
    let ratio = details[details::OURS] / of_a_peer;
    println!(
        "bytes to details: {ratio:.2} times the time of the fastest other crate, aim {DETAILS_AIM:.2}: {}",
        verdict(ratio <= DETAILS_AIM)
    );
}
