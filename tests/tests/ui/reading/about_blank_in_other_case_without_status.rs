use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(type = "ABOUT:blank")]
struct NotFound;

fn main() {}
