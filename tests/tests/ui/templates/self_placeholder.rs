use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "{self}")]
    Unit,
    #[problem(status = 403, detail = "sorry: {self:?}")]
    Struct { limit: u32 },
    #[problem(status = 403, detail = "{self} ({0})")]
    Tuple(u32),
}

fn main() {}
