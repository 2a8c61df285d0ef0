use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("method not allowed")]
#[problem(status = 405)]
enum MethodError {
    NotAllowed,
}

#[derive(Debug, Error, Problem)]
#[error("proxy")]
#[problem(status = 407)]
enum ProxyError {
    TokenMissing,
}

#[derive(Debug, Error, Problem)]
#[error("upgrade required")]
#[problem(status = 426)]
enum ProtocolError {
    TooOld,
}

fn main() {}
