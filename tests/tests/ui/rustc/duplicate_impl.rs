use problem_core::{Problem, ProblemType};

#[derive(Debug, thiserror::Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

impl Problem for NotFound {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(http::StatusCode::NOT_FOUND)
    }
}

fn main() {}
