//! What the benchmarks have in common: the error, and how its contenders are measured and reported.

pub(crate) mod allocations;
pub(crate) mod report;
pub(crate) mod timing;
pub(crate) mod vault_error;

/// One way from an input to an output; those that are compared begin and end alike.
pub(crate) struct Contender<I, O> {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&I) -> O,
}

/// Whether the time is to be taken, as `cargo bench` asks for.
///
/// Any other way to run a benchmark only checks that the contenders agree.
pub(crate) fn is_measured() -> bool {
    let has_argument = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    has_argument("--bench") && !has_argument("--test")
}
