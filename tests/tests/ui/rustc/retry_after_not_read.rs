use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 429)]
    Signed(#[problem(retry_after)] i32),
    #[problem(status = 503)]
    Optional(#[problem(retry_after)] Option<i32>),
}

fn main() {}
