use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(display = true)]
enum LookupError {
    #[problem(transparent = true)]
    Io(std::io::Error),
    #[problem(status = 404, display(true))]
    NotFound,
    #[problem(status = 500, display, expose = true)]
    Format(#[source] std::fmt::Error),
}

fn main() {}
