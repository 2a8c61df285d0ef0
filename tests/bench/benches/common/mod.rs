//! Code that the benchmarks share: it measures contenders and reports the results.

mod allocations;
mod arguments;
mod children;
pub(crate) mod comparison;
mod instructions;
mod report;
mod timing;

use arguments::{Arguments, Mode};
use comparison::Comparison;

/// Runs a benchmark in the mode that the command line asks for.
///
/// Without `--bench`, or with `--test`, it only checks that the contenders agree.
pub(crate) fn run(assert_agreement: impl FnOnce(), comparisons: Vec<Comparison>) {
    let arguments = Arguments::from_command_line();
    let comparisons: Vec<_> =
        comparisons.into_iter().filter(|comparison| arguments.select(comparison)).collect();
    match arguments.mode {
        Mode::Check => assert_agreement(),
        Mode::Time => {
            assert_agreement();
            report::print(&comparisons, &timing::measure(&comparisons, &arguments));
        }
        Mode::Instructions => {
            assert_agreement();
            report::print(&comparisons, &instructions::measure(&comparisons, &arguments));
        }
        Mode::TimeOnce => timing::print(&comparisons),
        Mode::RunForCallgrind => instructions::run(&comparisons),
    }
}
