use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(status = 429)]
struct LimitReached<'a> {
    #[problem(retry_after)]
    wait: &'a std::time::Duration,
}

fn main() {}
