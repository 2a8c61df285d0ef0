use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status =)]
    Status,
    #[problem(status = 404, type =)]
    Type,
    #[problem(status = 404, header =)]
    Header,
    #[problem(status = 404)]
    Extension {
        #[problem(extension =)]
        path: String,
    },
}

fn main() {}
