use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(into_response(axum))]
pub enum VaultError {
    #[error("vault not found")]
    #[problem(status = 404)]
    NotFound,
    // Not `Send`, which is the error if the feature is on.
    #[error("shared")]
    #[problem(status = 500)]
    Shared(std::rc::Rc<()>),
}

fn main() {}
