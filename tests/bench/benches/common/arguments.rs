//! The command line of a benchmark.

use super::comparison::Comparison;

/// The option for the mode [`Mode::TimeOnce`].
const TIME_ONCE: &str = "--time-once";

/// The option for the mode [`Mode::RunForCallgrind`].
const RUN_FOR_CALLGRIND: &str = "--run-for-callgrind";

pub(super) struct Arguments {
    pub(super) mode: Mode,
    /// Words that must all occur in a comparison's case or input. Otherwise the comparison is left out.
    words: Vec<String>,
}

#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// Only checks that the contenders agree.
    Check,
    /// Measures times. `cargo bench` asks for this mode with `--bench`.
    Time,
    /// Counts instructions.
    Instructions,
    /// A child process of [`Mode::Time`]: measures once.
    TimeOnce,
    /// A child process of [`Mode::Instructions`].
    RunForCallgrind,
}

impl Arguments {
    /// Reads the command line. Unknown options are ignored, because `cargo test` passes those of the standard harness.
    pub(super) fn from_command_line() -> Self {
        let (options, words): (Vec<_>, Vec<_>) =
            std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
        let has = |wanted: &str| options.iter().any(|option| option == wanted);
        let mode = if has(TIME_ONCE) {
            Mode::TimeOnce
        } else if has(RUN_FOR_CALLGRIND) {
            Mode::RunForCallgrind
        } else if has("--test") || !has("--bench") {
            Mode::Check
        } else if has("--instructions") {
            Mode::Instructions
        } else {
            Mode::Time
        };
        Self { mode, words }
    }

    /// Returns whether the comparison is to be measured.
    pub(super) fn select(&self, comparison: &Comparison) -> bool {
        let name = format!("{}, {}", comparison.case, comparison.input).to_lowercase();
        self.words.iter().all(|word| name.contains(&word.to_lowercase()))
    }

    /// Returns the arguments of the child process that measures the same comparisons for the current mode.
    pub(super) fn of_child(&self) -> impl Iterator<Item = &str> {
        let mode = match self.mode {
            Mode::Instructions | Mode::RunForCallgrind => RUN_FOR_CALLGRIND,
            Mode::Check | Mode::Time | Mode::TimeOnce => TIME_ONCE,
        };
        std::iter::once(mode).chain(self.words.iter().map(String::as_str))
    }
}
