mod facade {
    pub use problem_core as problem;
}

use facade::problem::{FromProblem, ProblemDetails};

#[derive(Debug, FromProblem)]
#[problem(crate = "facade::problem", status = 4040)]
struct NotFound;

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    println!("{:?} {:?}", NotFound::from_problem_json(b"{}"), NotFound::try_from(details));
}
