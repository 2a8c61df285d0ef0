use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(type = "limit_reached")]
    a: u32,
    #[problem(title = "Limit Reached")]
    b: u32,
    #[problem(detail = "The limit is reached.")]
    c: u32,
    #[problem(display)]
    d: u32,
    #[problem(expose)]
    e: u32,
}

fn main() {}
