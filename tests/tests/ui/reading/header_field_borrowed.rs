use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(status = 403)]
struct LimitReached<'a> {
    #[problem(header = "x-limit")]
    limit: &'a str,
}

fn main() {}
