use problem_core::FromProblem;

struct Limit(u32);

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    Field(#[problem(header = "x-limit")] Limit),
    #[problem(status = 404)]
    Optional(#[problem(header = "x-limit")] Option<Limit>),
    #[problem(status = 410, header("x-limit" = "{limit}"))]
    Template { limit: Limit },
}

fn main() {}
