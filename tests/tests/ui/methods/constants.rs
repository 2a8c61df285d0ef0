use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(challenge = Self::challenge)]
enum E {
    #[error("a")]
    #[problem(status = 404, type = Self::type_uri)]
    Type,
    #[error("b")]
    #[problem(status = 404, type = "/x", title = Self::title)]
    Title,
    #[error("c")]
    #[problem(status = Self::status)]
    Status,
    #[error("d")]
    #[problem(status = 401, challenge = challenge)]
    Challenge,
}

fn main() {}
