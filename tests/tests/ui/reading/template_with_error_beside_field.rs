use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403, detail = "{limt} reached")]
    LimitReached { limit: u32 },
}

fn main() {}
