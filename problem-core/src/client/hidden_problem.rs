//! The error of ureq that hides the problem.

use http::StatusCode;
use std::error::Error;
use std::fmt;

/// The error of ureq when it has dropped a response for its status code.
pub(super) struct HiddenProblem(pub(super) ureq::Error);

impl HiddenProblem {
    pub(super) fn status(&self) -> Option<StatusCode> {
        match self.0 {
            ureq::Error::StatusCode(code) => StatusCode::from_u16(code).ok(),
            _ => None,
        }
    }
}

/// Writes the same as `Display`, since a `main` that fails prints it.
impl fmt::Debug for HiddenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for HiddenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "ureq has dropped the body of a failure, and with it the problem; build the agent with \
             `http_status_as_error(false)`",
        )
    }
}

impl Error for HiddenProblem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
