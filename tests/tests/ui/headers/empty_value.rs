use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
enum LoginError {
    #[problem(status = 401, header("www-authenticate" = ""))]
    Unauthorized,
    #[problem(status = 407, header("proxy-authenticate" = ""))]
    Proxy,
    #[problem(status = 426, header("upgrade" = ""))]
    Upgrade,
}

fn main() {}
