use problem_core::Problem;
use thiserror::Error;

macro_rules! problem {
    ($name:ident, $allow:ty) => {
        #[derive(Debug, Error, Problem)]
        #[error("method not allowed")]
        #[problem(status = 405)]
        struct $name {
            #[problem(header = "allow")]
            allow: $allow,
        }
    };
}

problem!(MethodNotAllowed, Option<String>);

fn main() {}
