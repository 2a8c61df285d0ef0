use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("match failed")]
#[allow(non_camel_case_types)]
enum MatchError {
    r#match,
}

fn main() {}
