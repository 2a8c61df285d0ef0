//! For ureq 3, which hides the problem unless told otherwise.
//!
//! By default ureq reports a status code of 400 and above as `ureq::Error::StatusCode` and drops the response.
//! Build the agent with `http_status_as_error(false)`, as below; the error says so, too.

use super::failure::{PartialBody, is_failure};
use super::hidden_problem::HiddenProblem;
use super::{BODY_LIMIT, CallError};
use crate::{FromProblem, ReadError};
use http::Response;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use ureq::{Body, ResponseExt as _};

/// Turns a response that reports a failure into an error.
///
/// It is there for what `call` and `send` return, too.
///
/// A response that a middleware has made up has no URL, and ureq panics where it is asked for one, if the response has
/// extensions; that panic is caught, unless the program is built to abort.
///
/// # Examples
///
/// ```no_run
/// use problem_core::FromProblem;
/// use problem_core::client::CallError;
/// use problem_core::client::ureq_3::OkOrProblem as _;
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
pub trait OkOrProblem: sealed::Sealed + Sized {
    /// Returns the response itself, or what it reports if its status code is 400 or above.
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

    /// Does what [`ok_or_problem`](Self::ok_or_problem) does, with another limit, in bytes.
    ///
    /// # Errors
    ///
    /// As [`CallError`] says.
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>>;
}

impl sealed::Sealed for Response<Body> {}

impl OkOrProblem for Response<Body> {
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>> {
        if !is_failure(self.status()) {
            return Ok(self);
        }
        let url = url(&self);
        let (head, body) = self.into_parts();
        let mut partial_body = PartialBody::new(limit);
        let read = read(body.into_reader(), &mut partial_body);
        Err(partial_body.into_error(head, read, url.as_deref()))
    }
}

/// Returns the URL of a response; one that a middleware or a test has made has none.
fn url(response: &Response<Body>) -> Option<String> {
    if response.extensions().is_empty() {
        return None;
    }
    // ureq panics where its own extension is missing, and has no other way to ask.
    catch_unwind(AssertUnwindSafe(|| response.get_uri().to_string())).ok()
}

fn read(body: impl Read, partial_body: &mut PartialBody) -> Result<(), ReadError> {
    let mut body = BufReader::new(body);
    loop {
        let piece = match body.fill_buf() {
            Ok(piece) => piece,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(ReadError::Incomplete(error.into())),
        };
        let length = piece.len();
        if length == 0 {
            return Ok(());
        }
        partial_body.add(piece)?;
        body.consume(length);
    }
}

impl sealed::Sealed for Result<Response<Body>, ureq::Error> {}

impl OkOrProblem for Result<Response<Body>, ureq::Error> {
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>> {
        self?.ok_or_problem_within(limit)
    }
}

/// There is no response, that of a success broke off, or ureq has let none through.
impl<E> From<ureq::Error> for CallError<E> {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::StatusCode(_) => Self::transport(HiddenProblem(error)),
            error => Self::transport(error),
        }
    }
}

/// Keeps others from implementing the trait, so that it can grow.
mod sealed {
    pub trait Sealed {}
}
