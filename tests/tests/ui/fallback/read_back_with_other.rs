use problem_core::{FromProblem, ProblemDetails};

#[derive(Debug, FromProblem)]
enum LookupError {
    #[problem(statsu = 404)]
    NotFound,
    #[problem(other)]
    Other(ProblemDetails),
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    println!("{:?}", LookupError::from_problem_json(b"{}"));
    println!("{:?}", LookupError::from(details));
}
