//! For ureq 3, which hides the problem unless told otherwise.
//!
//! By default ureq reports a status code of 400 and above as `ureq::Error::StatusCode` and drops the response.
//! Build the agent with `http_status_as_error(false)`, as below; the error says so, too.

use super::{BODY_LIMIT, CallError, is_failure};
use crate::{FromProblem, ReadError};
use bytes::Bytes;
use http::Response;
use std::error::Error;
use std::fmt;
use std::io::Read;
use ureq::{Body, ResponseExt as _};

/// Turns a response that reports a failure into an error.
///
/// It is there for what `call` and `send` return, too.
///
/// # Examples
///
/// ```no_run
/// use problem_core::FromProblem;
/// use problem_core::client::CallError;
/// use problem_core::client::ureq_3::ResponseExt;
/// use ureq::Agent;
///
/// #[derive(Debug, FromProblem)]
/// enum VaultError {
///     #[problem(type = "resource_limit_exceeded")]
///     ResourceLimitExceeded {
///         #[problem(extension)]
///         limit: u32,
///     },
/// }
///
/// fn names(agent: &Agent, url: &str) -> Result<String, CallError<VaultError>> {
///     let mut response = agent.get(url).call().ok_or_problem()?;
///     Ok(response.body_mut().read_to_string()?)
/// }
///
/// // Without this, ureq drops the body of a failure, and with it the problem.
/// let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
/// # let _ = names(&agent, "http://localhost/");
/// ```
pub trait ResponseExt: Sized {
    /// The response itself, or what it reports if its status code is 400 or above.
    ///
    /// No more than [`BODY_LIMIT`] bytes of a body are read, and those of a failure only.
    /// A relative type is resolved against the URL of the response.
    ///
    /// # Errors
    ///
    /// As [`CallError`] says.
    fn ok_or_problem<E: FromProblem>(self) -> Result<Response<Body>, CallError<E>> {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// As [`ok_or_problem`](Self::ok_or_problem), with another limit, in bytes.
    ///
    /// # Errors
    ///
    /// As [`CallError`] says.
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>>;
}

impl ResponseExt for Response<Body> {
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>> {
        if !is_failure(self.status()) {
            return Ok(self);
        }
        let url = self.get_uri().to_string();
        let (head, body) = self.into_parts();
        let mut content = Vec::new();
        // One byte more shows whether there is more.
        let room = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let read = body.into_reader().take(room).read_to_end(&mut content);
        let mut read = read.map(|_| ()).map_err(|error| ReadError::Incomplete(error.into()));
        if content.len() > limit {
            content.truncate(limit);
            read = Err(ReadError::TooLong(limit));
        }
        let response = Response::from_parts(head, Bytes::from(content));
        Err(CallError::from_read(response, read, Some(&url)))
    }
}

impl ResponseExt for Result<Response<Body>, ureq::Error> {
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>> {
        self?.ok_or_problem_within(limit)
    }
}

/// There is no response, or none that ureq has let through.
impl<E> From<ureq::Error> for CallError<E> {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::StatusCode(_) => Self::transport(HiddenProblem(error)),
            error => Self::transport(error),
        }
    }
}

/// ureq has dropped a response for its status code.
#[derive(Debug)]
struct HiddenProblem(ureq::Error);

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
