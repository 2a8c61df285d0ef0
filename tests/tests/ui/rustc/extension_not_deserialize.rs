use problem_core::FromProblem;

struct Limit(u32);

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension)]
        limit: Limit,
    },
}

fn main() {}
