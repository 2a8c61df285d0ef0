use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{self}")]
    Instance(u32),
    #[problem(status = 403, header("x-limit" = "{self:?}"))]
    Header(u32),
}

fn main() {}
