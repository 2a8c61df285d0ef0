//! The error for a problem that ureq discarded.

use http::StatusCode;
use std::error::Error;
use std::fmt;

/// The error of ureq after it discarded a response because of its status code.
pub(super) struct HiddenProblem(pub(super) ureq::Error);

impl HiddenProblem {
    pub(super) fn status(&self) -> Option<StatusCode> {
        match self.0 {
            ureq::Error::StatusCode(code) => StatusCode::from_u16(code).ok(),
            _ => None,
        }
    }
}

/// Writes the `Display` text, because a `main` that returns this error prints its `Debug` text.
impl fmt::Debug for HiddenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for HiddenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "ureq discarded the body of the response, and the problem with it; build the agent with \
             `http_status_as_error(false)`",
        )
    }
}

impl Error for HiddenProblem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
