use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit}.", limit = .0)]
    OfThiserror(u32),
    #[problem(status = 403, detail = "The limit is {}.", 1)]
    Literal,
    #[problem(status = 403, detail = "{} of {}.", self.current, self.limit)]
    OfSelf { current: u32, limit: u32 },
}

fn main() {}
