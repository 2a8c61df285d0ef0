use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(status = 409, extension("open" = "a {"), extension("limit" = "{limit}"), extension("method" = limit))]
enum E {
    #[error("a")]
    #[problem(extension("code" = "{limt}"))]
    Typo { limit: u8 },
    #[error("b")]
    #[problem(extension("code" = "{source}"))]
    Source { limit: u8, source: std::fmt::Error },
    #[error("c")]
    #[problem(extension("limit" = "}"))]
    Replaced,
    #[error("d")]
    CannotFill,
    #[error("e")]
    CannotFillEither,
}

fn main() {}
