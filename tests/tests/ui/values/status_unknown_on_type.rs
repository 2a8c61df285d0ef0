use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = MOVED_PERMANENTLY)]
enum LookupError {
    Moved,
    Renamed,
}

#[derive(Debug, Error, Problem)]
#[error("forbidden")]
#[problem(status = http::StatusCode::MY_STATUS)]
struct Forbidden;

fn main() {}
