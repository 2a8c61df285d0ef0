use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(type = "about:blank")]
    NotFound,
}

fn main() {}
