use problem_core::{FromProblem, ProblemDetails};

#[derive(Debug, FromProblem)]
enum RequestError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {
    println!("{:?}", RequestError::from(ProblemDetails::new(http::StatusCode::NOT_FOUND)));
}
