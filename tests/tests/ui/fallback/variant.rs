use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(statsu = 404)]
    NotFound,
}

fn main() {
    let response = LookupError::NotFound.to_response();
    let problem: Box<dyn Problem> = Box::new(LookupError::NotFound);
    println!("{:?} {:?}", response, problem.to_json());
}
