use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base("https://example.com/"))]
enum LookupError {
    #[problem(status(404))]
    NotFound,
    #[problem(status = 410, title("Gone"))]
    Gone,
    #[problem(status = 423)]
    Locked {
        #[problem(extension("owner"))]
        user: String,
        #[problem(header("x-lock"))]
        lock: String,
    },
}

fn main() {}
