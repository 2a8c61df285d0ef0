use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum LoginError {
    #[error("token expired")]
    #[problem(status = 401)]
    TokenExpired,
}

fn main() {}
