use problem_core::FromProblem;

struct Limit(u32);

#[derive(FromProblem)]
#[problem(status = 403)]
struct LimitReached(#[problem(extension = "limit")] Option<Vec<Limit>>);

fn main() {}
