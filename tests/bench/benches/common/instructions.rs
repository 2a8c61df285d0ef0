//! Counts the instructions of all contenders under callgrind. The counts hardly differ from run to run.

use super::arguments::Arguments;
use super::children;
use super::comparison::{Comparison, Entry};
use super::report::{Measured, Spread, Unit};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio, exit};

/// How many times a contender runs while its instructions are counted.
const REPETITIONS: u32 = 20;

/// The name of [`counted`], as valgrind knows it.
const COUNTED: &str = concat!(module_path!(), "::counted");

/// Runs the benchmark again under callgrind, once. Returns the instructions of each contender.
pub(super) fn measure(comparisons: &[Comparison], arguments: &Arguments) -> Measured {
    exit_without_valgrind();
    let directory = format!("{}/callgrind-{}", env!("CARGO_TARGET_TMPDIR"), std::process::id());
    fs::create_dir_all(&directory).expect("the directory for the counts cannot be made");
    let output = format!("{directory}/counts");
    let mut command = children::this_benchmark_under(&[
        "valgrind",
        "-q",
        "--tool=callgrind",
        &format!("--toggle-collect={COUNTED}"),
        &format!("--dump-after={COUNTED}"),
        &format!("--callgrind-out-file={output}"),
    ]);
    command.args(arguments.of_child());
    children::output(command);

    // callgrind numbers its files from 1.
    let mut parts = (1..).map(|part| instructions(format!("{output}.{part}").as_ref()));
    let spreads = comparisons.iter().map(|comparison| {
        let counts: Vec<f64> = parts.by_ref().take(comparison.entries.len()).collect();
        counts.iter().map(|count| Spread::without_runs(*count, count / counts[0])).collect()
    });
    let measured = Measured { unit: Unit::Instructions, spreads: spreads.collect() };
    fs::remove_dir_all(&directory).expect("the directory with the counts cannot be removed");
    measured
}

/// Runs each contender, for callgrind.
pub(super) fn run(comparisons: &[Comparison]) {
    for entry in comparisons.iter().flat_map(|comparison| &comparison.entries) {
        // The first run may initialise something, and it fills the caches of the allocator.
        entry.prepare(2);
        (entry.run)(2);
        entry.prepare(REPETITIONS.into());
        counted(entry);
    }
}

/// The function whose instructions are counted.
#[inline(never)]
fn counted(entry: &Entry) {
    (entry.run)(REPETITIONS.into());
}

/// Reads the instructions of one run from a file that callgrind has written.
fn instructions(path: &Path) -> f64 {
    let text = fs::read_to_string(path).expect("callgrind has not written its count");
    let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
    let total: f64 =
        total.and_then(|total| total.trim().parse().ok()).expect("callgrind has written no total");
    total / f64::from(REPETITIONS)
}

fn exit_without_valgrind() {
    let version = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        eprintln!("error: instructions are counted by valgrind, which is not installed");
        exit(1);
    }
}
