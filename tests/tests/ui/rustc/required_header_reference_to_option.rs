use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
enum LoginError<'a> {
    #[problem(status = 401)]
    Unauthorized {
        #[problem(header = "www-authenticate")]
        challenge: &'a Option<String>,
    },
}

#[derive(Debug, Error, Problem)]
#[error("proxy")]
#[problem(status = 407)]
struct ProxyError<'a> {
    #[problem(header = "proxy-authenticate")]
    challenge: &'a Option<String>,
}

fn main() {}
