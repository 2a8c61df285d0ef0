use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, instance = "/a b/{id}")]
    Space { id: u32 },
    #[problem(status = 404, instance = "/lookups/{id}#a#b")]
    Fragments { id: u32 },
    #[problem(status = 404, instance = "https://[{id}")]
    Grammar { id: u32 },
    #[problem(status = 404, instance = "/{{id}}")]
    Brace { id: u32 },
}

fn main() {}
