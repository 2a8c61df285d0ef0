use problem_core::{FromProblem, ProblemDetails};

#[derive(FromProblem)]
enum RequestError {
    #[problem(other)]
    Other(ProblemDetails),
    #[problem(status = 404)]
    NotFound,
    #[problem(other)]
    Unknown(Box<ProblemDetails>),
}

fn main() {}
