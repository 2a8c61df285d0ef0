//! Errors that the build script uses. In a real project, the application would use them too.

pub use problem::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("{0} is taken")]
#[problem(status = 409, detail = "{0} is taken.", crate = "::problem")]
pub struct NameTaken(pub &'static str);
