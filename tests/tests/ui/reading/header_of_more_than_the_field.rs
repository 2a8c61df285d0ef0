use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403, header("x-limit" = "{limit} a day"))]
    More { limit: u32 },
    #[problem(status = 402, header("x-limit" = "{current}/{limit}"))]
    Two { current: u32, limit: u32 },
    #[problem(status = 404, header("x-limit" = "{0:04}"))]
    Formatted(u32),
    #[problem(status = 429, header("x-limit" = "{0:?}"))]
    Debug(u32),
}

fn main() {}
