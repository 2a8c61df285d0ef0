use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 400 + 4)]
    Sum,
    #[problem(status = { 404 })]
    Block,
    #[problem(status = (404))]
    Parentheses,
    #[problem(status = not_found())]
    Call,
    #[problem(status = StatusCode::NOT_FOUND.as_u16())]
    Method,
    #[problem(status = "404".parse())]
    Parse,
}

fn main() {}
