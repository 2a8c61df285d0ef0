use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(display("There is nothing here."))]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, display = true, expose = true)]
struct QueryFailed(#[source] std::fmt::Error);

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent = true)]
struct Wrapped(problem_core::ProblemDetails);

fn main() {}
