use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = 1)]
    Type,
    #[problem(status = 404, title = 404)]
    Title,
    #[problem(status = 404, detail = 1.5)]
    Detail,
    #[problem(status = 404, instance = -1)]
    Instance,
    #[problem(status = 401, challenge = 1)]
    Challenge,
}

fn main() {}
