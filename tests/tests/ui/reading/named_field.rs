use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension)]
        limit: u32,
        user: String,
    },
}

fn main() {}
