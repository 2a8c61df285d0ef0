use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = not_found)]
    Snake,
    #[problem(status = NotFound)]
    Pascal,
    #[problem(status = StatusCode::NotFound)]
    PascalOfStatusCode,
    #[problem(status = NOTFOUND)]
    Upper,
}

fn main() {}
