use problem_core::Problem;
use thiserror::Error;

type Maybe<T> = Option<T>;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 405)]
    Method {
        #[problem(header = "allow")]
        allow: Maybe<String>,
    },
}

#[derive(Debug, Error, Problem)]
#[error("upgrade required")]
#[problem(status = 426)]
struct UpgradeRequired {
    #[problem(header = "upgrade")]
    protocol: Maybe<&'static str>,
}

fn main() {}
