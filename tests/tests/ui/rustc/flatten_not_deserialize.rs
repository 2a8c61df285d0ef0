use problem_core::FromProblem;

struct Limits {
    limit: u32,
}

#[derive(FromProblem)]
#[problem(status = 403)]
struct LimitReached {
    #[problem(flatten)]
    limits: Limits,
}

fn main() {}
