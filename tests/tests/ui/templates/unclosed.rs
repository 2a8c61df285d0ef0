use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit.")]
    Named { limit: u32 },
    #[problem(status = 403, detail = "The limit is {")]
    End { limit: u32 },
    #[problem(status = 403, detail = "The limit is {limit{x}}.")]
    Nested { limit: u32 },
    #[problem(status = 403, instance = "/limits/{0")]
    Instance(u32),
    #[problem(status = 403, header("x-limit" = "{0"))]
    Header(u32),
}

fn main() {}
