use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, instance = "/lookups/{}", id)]
    Instance { id: u32 },
    #[problem(status = 404, header("x-lookup" = "{}", 3))]
    Literal,
    #[problem(status = 404, header("x-lookup" = "{id}", id = self.id))]
    Named { id: u32 },
}

fn main() {}
