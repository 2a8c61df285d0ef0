use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[non_exhaustive]
pub enum LookupError {
    #[problem(status = 404)]
    #[non_exhaustive]
    NotFound {
        #[problem(extension)]
        path: &'static str,
    },
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
#[non_exhaustive]
pub struct Gone;

fn main() {
    assert_eq!(LookupError::NotFound { path: "/x" }.http_status(), 404);
    assert_eq!(Gone.http_status(), 410);
}
