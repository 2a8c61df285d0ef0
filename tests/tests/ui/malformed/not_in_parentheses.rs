use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem]
    Word,
    #[problem = "not_found"]
    NameValue,
    #[problem[status = 404]]
    Brackets,
    #[problem { status = 404 }]
    Braces,
}

fn main() {}
