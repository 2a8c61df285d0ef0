use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, display, expose, display, expose)]
    NotFound(#[source] std::fmt::Error),
    #[problem(transparent, transparent)]
    Details(problem_core::ProblemDetails),
}

fn main() {}
