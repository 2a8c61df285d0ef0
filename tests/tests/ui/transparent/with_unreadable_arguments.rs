use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
enum WrapError {
    #[problem(transparent, status = "500")]
    Unreadable(problem_core::ProblemDetails),
    #[problem(transparent, statsu = 500)]
    Typo(problem_core::ProblemDetails),
}

fn main() {}
