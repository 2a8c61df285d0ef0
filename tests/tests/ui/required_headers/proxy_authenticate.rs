use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("proxy")]
enum ProxyError {
    #[problem(status = 407)]
    Unauthorized,
    #[problem(status = 407, header("www-authenticate" = "Basic"))]
    OtherName,
}

fn main() {}
