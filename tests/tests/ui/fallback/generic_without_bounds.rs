use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound<T> {
    #[problem(extnsion)]
    key: T,
}

fn is_problem<T: Problem>() {}

fn main() {
    is_problem::<NotFound<std::fmt::Error>>();
}
