use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
enum LoginError {
    #[problem(status = 401, challenge = Bearer)]
    Token,
    #[problem(status = 405, header("allow"))]
    Method,
    #[problem(status = 426, header("up grade" = "h2c"))]
    Upgrade,
    #[problem(status = 407)]
    Proxy {
        #[problem(header = 7)]
        challenge: String,
    },
}

fn main() {}
