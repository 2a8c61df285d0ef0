//! A report of an error that is not a problem.

use super::pass_through::pass_through;
use crate::{Problem, ProblemType};
use http::StatusCode;
use std::error::Error;
use std::fmt;

/// An error that the client does not see, since nothing says which parts of it may be sent.
pub(super) struct Internal(pub(super) Box<dyn Error + Send + Sync>);

impl Problem for Internal {
    fn problem_type(&self) -> ProblemType<'_> {
        InternalServerError.problem_type()
    }
}

pass_through!(Internal, |internal| internal.0);

/// The problem that is sent in place of an error that is not a problem.
#[derive(Debug)]
pub(super) struct InternalServerError;

impl Problem for InternalServerError {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl fmt::Display for InternalServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("internal server error")
    }
}

impl Error for InternalServerError {}
