use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
enum WrapError {
    #[problem(transparent, status = 500)]
    Status(problem_core::ProblemDetails),
    #[problem(type = "a", title = "b", detail = "c", instance = "d", transparent)]
    Texts(problem_core::ProblemDetails),
    #[problem(transparent, display, expose)]
    Display(problem_core::ProblemDetails),
    #[problem(transparent, header("x-a" = "1"), header("x-b" = "2"), challenge = "Basic")]
    Headers(problem_core::ProblemDetails),
    #[problem(transparent, rename_all = "camelCase")]
    Names(problem_core::ProblemDetails),
}

fn main() {}
