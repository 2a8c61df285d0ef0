use problem_core::{FromProblem, ProblemDetails};

#[derive(FromProblem)]
enum RequestError {
    #[problem(status = 404)]
    NotFound,
    #[problem(status = 500, skip_deserializing)]
    Upstream(ProblemDetails),
}

impl From<ProblemDetails> for RequestError {
    fn from(details: ProblemDetails) -> Self {
        Self::Upstream(details)
    }
}

fn main() {}
