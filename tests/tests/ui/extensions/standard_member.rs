use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404)]
    NotFound {
        #[problem(extension)]
        r#type: u32,
        #[problem(extension)]
        title: u32,
        #[problem(extension)]
        status: u32,
        #[problem(extension)]
        detail: u32,
        #[problem(extension)]
        instance: u32,
    },
}

fn main() {}
