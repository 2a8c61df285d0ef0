use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
enum WrapError {
    #[problem(transparent)]
    Extension(#[problem(extension = "inner")] problem_core::ProblemDetails),
    #[problem(transparent)]
    Flatten(#[problem(flatten)] problem_core::ProblemDetails),
    #[problem(transparent)]
    Status(#[problem(status)] problem_core::ProblemDetails),
    #[problem(transparent)]
    Texts(#[problem(instance, header = "x-inner")] problem_core::ProblemDetails),
    #[problem(transparent)]
    RetryAfter(#[problem(retry_after)] problem_core::ProblemDetails),
}

fn main() {}
