use problem_core::{FromProblem, ProblemDetails};

#[derive(Debug, FromProblem)]
enum LookupError {
    #[problem(othre)]
    Other(ProblemDetails),
}

fn main() {
    println!("{:?}", LookupError::from(ProblemDetails::new(http::StatusCode::NOT_FOUND)));
}
