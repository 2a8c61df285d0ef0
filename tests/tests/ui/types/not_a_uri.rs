use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(types = "kebab-case", status = 404)]
enum NotAscii {
    #[error("a")]
    Über,
    #[error("b")]
    #[problem(type = "unter")]
    Unter,
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(types = "kebab-case", base = "https://example.com/problems", status = 404)]
enum Base {
    #[error("a")]
    NotFound,
    #[error("b")]
    Gone,
}

fn main() {}
