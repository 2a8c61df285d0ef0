use problem_core::FromProblem;

#[derive(Default)]
struct Limit(u32);

#[derive(FromProblem)]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension, default)]
    limit: Limit,
}

fn main() {}
