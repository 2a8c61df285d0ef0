use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "about:blank")]
    NotFound,
    #[problem(status = 410, type = "about:blank", title = "Gone")]
    Gone,
}

fn main() {
    assert_eq!(LookupError::NotFound.problem_type().title(), "Not Found");
    assert_eq!(LookupError::Gone.problem_type().type_uri(), "about:blank");
}
