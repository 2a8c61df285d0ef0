use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404)]
    NotFound(
        #[problem(base = "https://example.com/problems/")]
        u32,
    ),
    #[problem(status = 410)]
    Gone(#[problem(rename_all = "camelCase")] u32),
    #[problem(status = 423)]
    Locked(#[problem(transparent)] std::fmt::Error),
    #[problem(status = 424)]
    Failed(#[problem(crate = "problem_core")] u32),
}

fn main() {}
