use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403, header("x-limit" = "{limt}"))]
    Template { limit: u32 },
    #[problem(status = 404, header("x limit" = "{0}"))]
    Name(u32),
    #[problem(status = 410)]
    OfField(#[problem(header = "x limit")] u32),
    #[problem(status = 429)]
    Twice(#[problem(header = "retry-after")] u32, #[problem(retry_after)] u32),
}

fn main() {}
