use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = concat!("a", "b"))]
    Macro,
    #[problem(status = 404, title = TITLE)]
    Constant,
    #[problem(status = 404, detail = format!("{limit}, {current}"))]
    Format { limit: u32, current: u32 },
    #[problem(status = 404, instance = &"/x")]
    Reference,
    #[problem(status = 404, type = not_found)]
    Word,
}

fn main() {}
