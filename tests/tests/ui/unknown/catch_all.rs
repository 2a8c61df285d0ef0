use problem_core::{FromProblem, ProblemDetails};

#[derive(FromProblem)]
enum E {
    #[problem(status = 404)]
    NotFound,
    #[problem(catch_all)]
    Other(ProblemDetails),
}

fn main() {}
