//! The result table, and the text of a verdict.

use super::Contender;
use super::allocations::Allocations;

/// The results of one contender in one case.
pub(crate) struct Row {
    pub(crate) case: &'static str,
    pub(crate) contender: &'static str,
    pub(crate) nanoseconds: f64,
    /// The time relative to the reference of this case.
    pub(crate) ratio: f64,
    pub(crate) allocations: Allocations,
}

/// Returns the rows of a case, with ratios to the time `reference`.
pub(crate) fn rows<I, O, const N: usize>(
    case: &'static str,
    contenders: &[Contender<I, O>; N],
    nanoseconds: &[f64; N],
    allocations: &[Allocations; N],
    reference: f64,
) -> [Row; N] {
    std::array::from_fn(|index| Row {
        case,
        contender: contenders[index].name,
        nanoseconds: nanoseconds[index],
        ratio: nanoseconds[index] / reference,
        allocations: allocations[index],
    })
}

pub(crate) fn print_table(rows: &[Row]) {
    let width = |name: fn(&Row) -> &str| rows.iter().map(|row| name(row).len()).max().unwrap_or_default();
    let widths = [width(|row| row.case), width(|row| row.contender)];
    print_row(widths, ["case", "contender", "ns", "ratio", "allocations", "bytes"]);
    let [case, contender] = widths.map(|width| width + 2);
    println!("|{:-<case$}|{:-<contender$}|{:->6}:|{:->6}:|{:->12}:|{:->6}:|", "", "", "", "", "", "");
    for row in rows {
        let Allocations { count, bytes } = row.allocations;
        let nanoseconds = format!("{:.0}", row.nanoseconds);
        let ratio = format!("{:.2}", row.ratio);
        let (count, bytes) = (count.to_string(), bytes.to_string());
        print_row(widths, [row.case, row.contender, &nanoseconds, &ratio, &count, &bytes]);
    }
    println!();
}

fn print_row(
    [case_width, contender_width]: [usize; 2],
    [case, contender, nanoseconds, ratio, allocations, bytes]: [&str; 6],
) {
    println!(
        "| {case:<case_width$} | {contender:<contender_width$} | {nanoseconds:>5} | {ratio:>5} \
         | {allocations:>11} | {bytes:>5} |"
    );
}

pub(crate) const fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "NOT met" }
}
