use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, instance = "/lookups/{id}")]
    NotFound {
        id: u32,
        #[problem(instance)]
        uri: String,
    },
}

fn main() {}
