use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("never")]
#[problem(header("x-limit" = "{limit"), header("x-path" = "a\n"))]
enum Never {}

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(header("x-limit" = "{}"), header("x-path" = " "))]
enum WrapError {
    #[problem(transparent)]
    Inner(problem_core::ProblemDetails),
}

fn main() {}
