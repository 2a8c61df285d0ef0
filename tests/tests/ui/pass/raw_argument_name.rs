use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(r#status = 404, r#type = "not_found")]
    NotFound,
}

fn main() {
    assert_eq!(LookupError::NotFound.problem_type().type_uri(), "not_found");
}
