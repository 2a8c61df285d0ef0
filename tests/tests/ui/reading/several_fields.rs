use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    LimitReached { limit: u32, user: String },
    #[problem(status = 404)]
    NotFound(String, u32),
}

fn main() {}
