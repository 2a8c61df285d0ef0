use problem_core::{FromProblem, ProblemDetails};

#[derive(Debug, FromProblem)]
enum LookupError {
    #[problem(statsu = 404)]
    NotFound,
}

fn read<T: FromProblem>(details: ProblemDetails) -> Result<T, ProblemDetails> {
    T::from_problem(details)
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    println!("{:?}", LookupError::from_problem_json(b"{}"));
    println!("{:?}", LookupError::from_problem(details.clone()));
    println!("{:?}", LookupError::try_from(details.clone()).map_err(|details| details.status()));
    println!("{:?}", read::<LookupError>(details));
}
