//! Measures the times of all contenders.
//!
//! Each run is a process of its own, since the layout of its memory also affects the times.
//! Within a run, the contenders of a comparison take turns, so that other load affects all of them alike.

use super::arguments::Arguments;
use super::children;
use super::comparison::{Comparison, Entry};
use super::report::{Measured, Spread, Unit};
use std::time::{Duration, Instant};

const RUNS: usize = 5;
const WARM_UP_ROUNDS: usize = 5;
const ROUNDS: usize = 300;

/// The least time for which a contender runs before the next one takes its turn.
const TURN: Duration = Duration::from_micros(200);

/// How many runs are prepared at once. What so few runs consume fits into the fastest caches.
const PREPARED: u64 = 16;

/// Runs the benchmark several times. Returns the medians over the runs.
pub(super) fn measure(comparisons: &[Comparison], arguments: &Arguments) -> Measured {
    let runs: [Vec<Vec<f64>>; RUNS] = std::array::from_fn(|_| {
        let mut command = children::this_benchmark_under(&[]);
        command.args(arguments.of_child());
        parse(&children::output(command))
    });
    let over_runs = |value: &dyn Fn(&[Vec<f64>]) -> f64| {
        let mut values = runs.each_ref().map(|run| value(run));
        values.sort_unstable_by(f64::total_cmp);
        values
    };
    let of_entry = |comparison: usize, entry: usize| {
        let ratios = over_runs(&|run| run[comparison][entry] / run[comparison][0]);
        Spread {
            value: over_runs(&|run| run[comparison][entry])[RUNS / 2],
            ratio: ratios[RUNS / 2],
            least: ratios[0],
            greatest: ratios[RUNS - 1],
        }
    };
    let spreads = comparisons.iter().enumerate().map(|(index, comparison)| {
        (0..comparison.entries.len()).map(|entry| of_entry(index, entry)).collect()
    });
    Measured { unit: Unit::Nanoseconds, spreads: spreads.collect() }
}

/// Prints a line for each comparison: the nanoseconds of each contender.
pub(super) fn print(comparisons: &[Comparison]) {
    for comparison in comparisons {
        let nanoseconds = take_time(&comparison.entries);
        println!("{}", nanoseconds.iter().map(f64::to_string).collect::<Vec<_>>().join(" "));
    }
}

fn parse(lines: &str) -> Vec<Vec<f64>> {
    let number = |word: &str| word.parse().expect("the other run printed something else than numbers");
    lines.lines().map(|line| line.split(' ').map(number).collect()).collect()
}

/// Returns the time of each contender. Each round starts with another contender.
fn take_time(entries: &[Entry]) -> Vec<f64> {
    let repetitions: Vec<u64> = entries.iter().map(repetitions).collect();
    let mut samples = vec![Vec::with_capacity(ROUNDS); entries.len()];
    for round in 0..WARM_UP_ROUNDS + ROUNDS {
        for turn in 0..entries.len() {
            let index = (round + turn) % entries.len();
            let nanoseconds = time_of(&entries[index], repetitions[index]).as_secs_f64() * 1e9;
            if round >= WARM_UP_ROUNDS {
                #[expect(clippy::cast_precision_loss, reason = "a turn repeats less than 2^52 times")]
                samples[index].push(nanoseconds / repetitions[index] as f64);
            }
        }
    }
    samples.into_iter().map(undisturbed).collect()
}

/// Returns how many times the contender must run to fill its turn.
fn repetitions(entry: &Entry) -> u64 {
    let mut repetitions = 1;
    while time_of(entry, repetitions) < TURN {
        repetitions *= 2;
    }
    repetitions
}

fn time_of(entry: &Entry, repetitions: u64) -> Duration {
    // Without anything to prepare, the clock is read only once, since some contenders take hardly longer than that.
    let batch = if entry.prepare.is_some() { repetitions.min(PREPARED) } else { repetitions };
    let time_of_batch = |_| {
        entry.prepare(batch);
        let start = Instant::now();
        (entry.run)(batch);
        start.elapsed()
    };
    (0..repetitions / batch).map(time_of_batch).sum()
}

/// Returns the first decile of the times, which other load on the machine affects less than the median.
fn undisturbed(mut samples: Vec<f64>) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    samples[samples.len() / 10]
}
