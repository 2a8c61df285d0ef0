//! The table of results, and the verdict on each row.

use super::counting::{Count, Job, PATIENCE};
use super::{LARGE, LEAST, MOST, SMALL, early};

/// A row with at most this many instructions per byte may exceed [`MOST`].
const COPIES: u64 = 4;

/// The results of a reader with a shape.
pub(crate) struct Row {
    pub(crate) job: Job,
    pub(crate) small: Count,
    pub(crate) large: Count,
    /// The counts at a quarter and at half of the smaller size, if the larger size takes too long.
    pub(crate) tiny: Option<[Count; 2]>,
}

enum Verdict {
    Good,
    /// The reader stops early, and [`early`] gives the reason.
    Early(&'static str),
    Bad(String),
}

impl Row {
    pub(crate) fn is_failed(&self) -> bool {
        matches!(self.verdict(), Verdict::Bad(_))
    }

    fn verdict(&self) -> Verdict {
        let early = early::reason(self.job.reader.name, self.job.shape.name);
        match (self.ratio(), early) {
            (None, _) => Verdict::Bad(self.too_long()),
            (Some(ratio), _) if ratio > MOST && self.is_more_than_copies() => {
                Verdict::Bad(format!("more than {MOST} times as many instructions"))
            }
            (Some(ratio), _) if ratio >= LEAST || self.grows_with_each_byte() => Verdict::Good,
            (Some(_), Some(reason)) => Verdict::Early(reason),
            (Some(_), None) => Verdict::Bad("stopped early without a reason in `early`".to_owned()),
        }
    }

    /// Returns whether the reader does more than copy a growing buffer.
    ///
    /// Such a buffer is moved at some sizes and not at others, so its ratio varies.
    fn is_more_than_copies(&self) -> bool {
        matches!(self.large, Count::Instructions(count) if count > COPIES * LARGE as u64)
    }

    /// Returns whether each additional byte takes at least one more instruction.
    ///
    /// So the reader has read its whole input, even if work of a fixed size makes the ratio small.
    fn grows_with_each_byte(&self) -> bool {
        match (self.small, self.large) {
            (Count::Instructions(small), Count::Instructions(large)) => {
                large.saturating_sub(small) >= (LARGE - SMALL) as u64
            }
            _ => false,
        }
    }

    fn ratio(&self) -> Option<f64> {
        ratio(self.large, self.small)
    }

    fn too_long(&self) -> String {
        let seconds = PATIENCE.as_secs();
        match self.tiny.and_then(|[quarter, half]| ratio(half, quarter)) {
            Some(ratio) => format!(
                "more than {seconds} s; from {} to {} bytes, {ratio:.1} times as many instructions",
                SMALL / 4,
                SMALL / 2
            ),
            None => format!("more than {seconds} s"),
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a count that large would take too long")]
fn ratio(one: Count, other: Count) -> Option<f64> {
    match (one, other) {
        (Count::Instructions(one), Count::Instructions(other)) => Some(one as f64 / other as f64),
        _ => None,
    }
}

/// Prints all rows, and the failed ones again at the end.
pub(crate) fn print(rows: &[Row]) {
    println!("instructions for {SMALL} and {LARGE} bytes");
    rows.iter().for_each(print_row);
    let failed: Vec<&Row> = rows.iter().filter(|row| row.is_failed()).collect();
    println!("\n{} of {} fail", failed.len(), rows.len());
    failed.into_iter().for_each(print_row);
}

fn print_row(row: &Row) {
    let count = |count| match count {
        Count::Instructions(count) => count.to_string(),
        Count::TooLong => "-".to_owned(),
    };
    let ratio = row.ratio().map_or("-".to_owned(), |ratio| format!("{ratio:.2}"));
    let mark = match row.verdict() {
        Verdict::Good => String::new(),
        Verdict::Early(reason) => format!("  early: {reason}"),
        Verdict::Bad(reason) => format!("  FAILED: {reason}"),
    };
    let Row { job, small, large, .. } = row;
    let (small, large) = (count(*small), count(*large));
    println!("{:20} {:42} {small:>12} {large:>12} {ratio:>7}{mark}", job.reader.name, job.shape.name);
}
