//! The result table, and the verdicts on the bars.

use super::allocations::{Allocations, count_allocations};
use super::comparison::{Bar, Comparison, Entry};

/// The results of all comparisons.
pub(super) struct Measured {
    pub(super) unit: Unit,
    /// The results, by comparison and contender.
    pub(super) spreads: Vec<Vec<Spread>>,
}

#[derive(Clone, Copy)]
pub(super) enum Unit {
    Nanoseconds,
    Instructions,
}

/// The result of a contender: its value, and its ratio to the value of the reference.
pub(super) struct Spread {
    pub(super) value: f64,
    pub(super) ratio: f64,
    /// The least ratio of all runs.
    pub(super) least: f64,
    /// The greatest ratio of all runs.
    pub(super) greatest: f64,
}

impl Spread {
    /// Returns the result of a measurement that gives the same value in every run.
    pub(super) const fn without_runs(value: f64, ratio: f64) -> Self {
        Self { value, ratio, least: ratio, greatest: ratio }
    }
}

/// A row of the table.
struct Row<'a> {
    comparison: &'a Comparison,
    entry: &'a Entry,
    spread: &'a Spread,
    allocations: Allocations,
}

/// Prints a table of all results, and a line for each result that has a bar.
pub(super) fn print(comparisons: &[Comparison], measured: &Measured) {
    let unit = measured.unit;
    let mut rows = Vec::new();
    for (comparison, spreads) in comparisons.iter().zip(&measured.spreads) {
        for (entry, spread) in comparison.entries.iter().zip(spreads) {
            rows.push(Row { comparison, entry, spread, allocations: count_allocations(entry) });
        }
    }
    if rows.is_empty() {
        return;
    }
    print_table(unit, rows.iter().map(|row| row.cells(unit)));
    for row in &rows {
        if let Some(bar) = row.entry.bar {
            println!("{}", row.verdict(unit, bar));
        }
    }
    println!();
}

impl Row<'_> {
    /// Returns the cells of the row, without the least and the greatest ratio if the unit has none.
    fn cells(&self, unit: Unit) -> Vec<String> {
        let Self { comparison, entry, spread, allocations } = self;
        let mut cells = [comparison.case, comparison.input, entry.contender].map(str::to_owned).to_vec();
        cells.extend([format!("{:.0}", spread.value), format!("{:.2}", spread.ratio)]);
        if unit.has_runs() {
            cells.extend([spread.least, spread.greatest].map(|ratio| format!("{ratio:.2}")));
        }
        cells.extend([allocations.count, allocations.bytes].map(|number| number.to_string()));
        cells
    }

    fn verdict(&self, unit: Unit, bar: Bar) -> String {
        let Self { comparison: Comparison { case, input, entries }, entry, spread, allocations } = self;
        let runs = if unit.has_runs() {
            format!(" ({:.2} to {:.2})", spread.least, spread.greatest)
        } else {
            String::new()
        };
        let (allocating, demand) = if bar.may_allocate {
            (String::new(), "")
        } else {
            (format!(" and allocates {} times", allocations.count), " without an allocation")
        };
        // The ratio is compared as it is printed.
        let ratio = (spread.ratio * 100.0).round() / 100.0;
        let is_met = ratio <= bar.ratio && (bar.may_allocate || allocations.count == 0);
        format!(
            "{case}, {input}: {} takes {:.2} times the {} of {}{runs}{allocating}, bar {:.2}{demand}: {}",
            entry.contender,
            ratio,
            unit.name(),
            entries[0].contender,
            bar.ratio,
            if is_met { "met" } else { "NOT met" },
        )
    }
}

fn print_table(unit: Unit, rows: impl Iterator<Item = Vec<String>>) {
    let mut header = vec!["case", "input", "contender", unit.column(), "ratio"];
    if unit.has_runs() {
        header.extend(["least", "greatest"]);
    }
    header.extend(["allocations", "bytes"]);
    let mut table = vec![header.into_iter().map(str::to_owned).collect()];
    table.extend(rows);
    let widths: Vec<usize> = (0..table[0].len())
        .map(|column| table.iter().map(|row| row[column].chars().count()).max().unwrap_or_default())
        .collect();
    for (number, row) in table.iter().enumerate() {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if is_text(column) {
                print!("| {cell:<width$} ");
            } else {
                print!("| {cell:>width$} ");
            }
        }
        println!("|");
        if number == 0 {
            for (column, width) in widths.iter().enumerate() {
                print!("|-{:-<width$}{}", "", if is_text(column) { '-' } else { ':' });
            }
            println!("|");
        }
    }
    println!();
}

/// Returns whether the column holds names instead of numbers.
const fn is_text(column: usize) -> bool {
    column < 3
}

impl Unit {
    const fn column(self) -> &'static str {
        match self {
            Self::Nanoseconds => "ns",
            Self::Instructions => "instructions",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Nanoseconds => "time",
            Self::Instructions => "instructions",
        }
    }

    const fn has_runs(self) -> bool {
        matches!(self, Self::Nanoseconds)
    }
}
