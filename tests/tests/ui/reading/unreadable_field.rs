use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    Typo {
        #[problem(extention)]
        limit: u32,
        user: String,
    },
    #[problem(status = 404)]
    Value {
        #[problem(extension = 7)]
        limit: u32,
        user: String,
    },
    #[problem(status = 405, headr("x-limit" = "{limit}"))]
    Variant { limit: u32 },
}

fn main() {}
