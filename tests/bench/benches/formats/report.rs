//! The result table, and the verdicts on the aims.

use crate::case::Case;
use crate::common::allocations::Allocations;
use crate::common::report::{print_table, rows, verdict};
use crate::{negotiated, written};

/// How long `respond` may take, relative to `to_response`.
const NEGOTIATED_AIM: f64 = 1.15;

/// How long XML may take, relative to JSON.
const XML_AIM: f64 = 2.5;

/// The times and the allocations of the contenders.
type Measured<'a, T, A> = (&'a T, &'a A);

const N: usize = negotiated::CONTENDERS.len();
const CASES: usize = Case::ALL.len();

pub(crate) fn print(
    (nanoseconds, allocations): Measured<'_, [[f64; N]; CASES], [[Allocations; N]; CASES]>,
    (written, written_allocations): Measured<
        '_,
        [f64; written::CONTENDERS.len()],
        [Allocations; written::CONTENDERS.len()],
    >,
) {
    let mut table = Vec::new();
    for ((case, nanoseconds), allocations) in Case::ALL.into_iter().zip(nanoseconds).zip(allocations) {
        let reference = nanoseconds[negotiated::NOT_NEGOTIATED];
        table.extend(rows(case.name(), &negotiated::CONTENDERS, nanoseconds, allocations, reference));
    }
    let of_json = written[written::JSON];
    let case = Case::Extended.name();
    table.extend(rows(case, &written::CONTENDERS, written, written_allocations, of_json));
    print_table(&table);
    for (case, nanoseconds) in Case::ALL.into_iter().zip(nanoseconds) {
        let slowest = nanoseconds[negotiated::NOT_NEGOTIATED + 1..].iter().copied().fold(0.0, f64::max);
        let ratio = slowest / nanoseconds[negotiated::NOT_NEGOTIATED];
        println!(
            "{}: the slowest respond takes {ratio:.2} times as long as to_response, aim {NEGOTIATED_AIM:.2}: {}",
            case.name(),
            verdict(ratio <= NEGOTIATED_AIM),
        );
    }
    let ratio = written[written::XML] / of_json;
    println!("XML: {ratio:.2} times as long as JSON, aim {XML_AIM:.2}: {}", verdict(ratio <= XML_AIM));
}
