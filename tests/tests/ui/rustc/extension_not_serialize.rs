use problem_core::Problem;
use thiserror::Error;

#[derive(Debug)]
struct Limit(u32);

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension)]
        limit: Limit,
        #[problem(extension)]
        maximum: Option<Vec<Limit>>,
    },
}

fn main() {}
