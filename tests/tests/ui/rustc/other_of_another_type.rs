use problem_core::{FromProblem, ProblemDetails};

#[derive(FromProblem)]
enum RequestError {
    #[problem(other)]
    Other(String),
}

#[derive(FromProblem)]
enum SharedError {
    #[problem(other)]
    Other(std::sync::Arc<ProblemDetails>),
}

fn main() {}
