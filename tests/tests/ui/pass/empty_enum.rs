use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("never")]
enum Never {}

#[derive(Debug, Error, Problem)]
#[error("never")]
#[problem(status = 500, base = "https://example.com/", display, challenge = "Bearer")]
#[problem(header("x-limit" = "{limit}"), rename_all = "camelCase")]
enum NeverWithArguments {}

fn is_problem<T: Problem>() {}

fn main() {
    is_problem::<Never>();
    is_problem::<NeverWithArguments>();
}
