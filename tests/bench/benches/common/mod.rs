//! Code that the benchmarks share: the error, and the code that measures contenders and reports the results.

pub(crate) mod allocations;
pub(crate) mod report;
pub(crate) mod timing;
pub(crate) mod vault_error;

/// One way to get from an input to an output. Contenders in a comparison have the same input and output types.
pub(crate) struct Contender<I, O> {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&I) -> O,
}

/// Returns whether to measure times, which only `cargo bench` asks for.
///
/// Otherwise a benchmark only checks that its contenders agree.
pub(crate) fn is_measured() -> bool {
    let has_argument = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    has_argument("--bench") && !has_argument("--test")
}
