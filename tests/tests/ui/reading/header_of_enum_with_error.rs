use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(header("x limit" = "{limit}"))]
enum LimitError {
    #[problem(status = 403)]
    LimitReached { limit: u32 },
}

fn main() {}
