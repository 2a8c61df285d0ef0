use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    NotFound,
    #[problem(title = "Gone")]
    Gone,
}

#[derive(FromProblem)]
struct Locked;

fn main() {}
