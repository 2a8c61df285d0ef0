use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(types = "kebap-case", status = 404)]
enum Typo {
    #[error("a")]
    A,
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(types = "dash", status = 404)]
enum Unknown {
    #[error("a")]
    A,
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(types, status = 404)]
enum NoValue {
    #[error("a")]
    A,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("a")]
#[problem(types = "kebab-case", status = 404)]
struct OnAStruct;

fn main() {}
