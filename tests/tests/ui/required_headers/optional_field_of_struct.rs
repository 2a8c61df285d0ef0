use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("proxy")]
#[problem(status = 407)]
struct ProxyError {
    #[problem(header = "proxy-authenticate")]
    challenge: Option<String>,
}

#[derive(Debug, Error, Problem)]
#[error("upgrade required")]
#[problem(status = 426)]
struct UpgradeRequired {
    #[problem(header = "upgrade")]
    protocol: Option<String>,
}

fn main() {}
