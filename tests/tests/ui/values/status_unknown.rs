use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = OK)]
    NoError,
    #[problem(status = StatusCode::MOVED_PERMANENTLY)]
    Redirect,
    #[problem(status = MY_STATUS)]
    Constant,
    #[problem(status = NotFound)]
    PascalCase,
}

fn main() {}
