use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {}.")]
    Named { limit: u32 },
    #[problem(status = 403, detail = "The limit is {:?}.")]
    Tuple(u32),
    #[problem(status = 403, instance = "/limits/{}")]
    Instance(u32),
    #[problem(status = 403, header("x-limit" = "{}"))]
    Header(u32),
}

fn main() {}
