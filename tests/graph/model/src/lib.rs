//! Errors for both the build script and, in a crate like this one, the application.

pub use problem::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("{0} is taken")]
#[problem(status = 409, detail = "{0} is taken.", crate = "::problem")]
pub struct NameTaken(pub &'static str);
