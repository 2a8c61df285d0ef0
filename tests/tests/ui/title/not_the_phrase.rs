use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, title = "Gone fishing")]
    NotFound,
    #[problem(status = 410, title = "gone")]
    OtherCase,
    #[problem(status = 413, title = "Payload Too Large")]
    OldPhrase,
}

fn main() {}
