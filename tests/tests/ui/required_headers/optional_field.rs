use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 401)]
    Unauthorized {
        #[problem(header = "www-authenticate")]
        challenge: Option<String>,
    },
    #[problem(status = 405)]
    Method(#[problem(header = "Allow")] std::option::Option<&'static str>),
}

fn main() {}
