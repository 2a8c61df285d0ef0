use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {1}.")]
    Tuple(u32),
    #[problem(status = 403, detail = "The limit is {limit}.")]
    NameForIndex(u32, u32),
    #[problem(status = 403, detail = "The limit is {0}.")]
    IndexForName { limit: u32 },
}

fn main() {}
