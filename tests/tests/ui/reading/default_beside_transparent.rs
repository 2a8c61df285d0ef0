use problem_core::{FromProblem, ProblemDetails};

#[derive(FromProblem)]
enum WrapError {
    #[problem(transparent)]
    Inner(#[problem(default)] ProblemDetails),
    #[problem(transparent)]
    Two(ProblemDetails, #[problem(default)] u32),
}

fn main() {}
