use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum NoVariant {
    #[error("a")]
    #[problem(status = 500)]
    ServerError,
    #[error("b")]
    #[problem(status = 404)]
    Source(#[source] std::fmt::Error),
    #[error("c")]
    Field(#[problem(status)] u16),
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum Empty {}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display, status = 404)]
enum OwnDetail {
    #[error("a")]
    #[problem(detail = "d")]
    A,
}

fn main() {}
