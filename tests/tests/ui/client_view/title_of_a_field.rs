use problem_core::{FromProblem, Problem};

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 404, type = "/x")]
struct Both {
    #[problem(title)]
    title: String,
    #[problem(detail)]
    detail: String,
}

fn main() {}
