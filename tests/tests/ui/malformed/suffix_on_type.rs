use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404, base = "https://example.com/"s, header("x-lookup" = "1"h))]
enum LookupError {
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, detail = "There is nothing here."d, instance = "/here"i)]
struct NotFound;

fn main() {}
