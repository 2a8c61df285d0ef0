//! Support for ureq 3.
//!
//! By default, ureq reports a status code of 400 or above as `ureq::Error::StatusCode` and discards the response.
//! To keep the problem, build the agent with `http_status_as_error(false)`, as in the example of [`OkOrProblem`].
//! Otherwise, you get a [`CallError::Transport`] whose message says the same.

use super::failure::{PartialBody, is_failure};
use super::hidden_problem::HiddenProblem;
use super::{BODY_LIMIT, CallError};
use crate::read::Label;
use crate::{FromProblem, ReadError};
use http::Response;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use ureq::{Body, ResponseExt as _};

/// An extension trait that turns a response with status code 400 or above into an error.
///
/// It is implemented for a response of ureq and for the `Result` that `call` and `send` return.
///
/// A response that a middleware created has no URL.
/// If such a response has extensions, ureq panics when it is asked for the URL.
/// This trait catches that panic, unless the program is built with `panic = "abort"`.
///
/// The guide describes [clients](crate::guide::clients).
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
/// // Without this setting, ureq discards the body of a failure, and the problem with it.
/// let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
/// # let _ = names(&agent, "http://localhost/");
/// ```
pub trait OkOrProblem: sealed::Sealed + Sized {
    /// Returns the response unchanged if its status code is below 400, and otherwise the error that it reports.
    ///
    /// Reads at most [`BODY_LIMIT`] bytes of the body of a failure, and nothing of any other body.
    /// A relative type is resolved against the URL of the response.
    ///
    /// # Errors
    ///
    /// Returns an error if the status code is 400 or above, or if ureq reports an error.
    fn ok_or_problem<E: FromProblem>(self) -> Result<Response<Body>, CallError<E>> {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// Works like [`ok_or_problem`](Self::ok_or_problem), but reads at most `limit` bytes of a body.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`ok_or_problem`](Self::ok_or_problem).
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>>;

    /// Works like [`ok_or_problem`](Self::ok_or_problem), but also reads a problem that is not labelled as one.
    ///
    /// Use it only for a service that is known to send problems under another media type, such as `application/json`,
    /// or without one.
    /// [`CallError::from_unlabelled_response`] describes how such a body is read, and what it can be confused with.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`ok_or_problem`](Self::ok_or_problem).
    fn ok_or_unlabelled_problem<E: FromProblem>(self) -> Result<Response<Body>, CallError<E>> {
        self.ok_or_unlabelled_problem_within(BODY_LIMIT)
    }

    /// Works like [`ok_or_unlabelled_problem`](Self::ok_or_unlabelled_problem), but reads at most `limit` bytes of a
    /// body.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`ok_or_problem`](Self::ok_or_problem).
    fn ok_or_unlabelled_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> Result<Response<Body>, CallError<E>>;
}

impl sealed::Sealed for Response<Body> {}

impl OkOrProblem for Response<Body> {
    fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Response<Body>, CallError<E>> {
        checked(self, limit, Label::Required)
    }

    fn ok_or_unlabelled_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> Result<Response<Body>, CallError<E>> {
        checked(self, limit, Label::Optional)
    }
}

fn checked<E: FromProblem>(
    response: Response<Body>,
    limit: usize,
    label: Label,
) -> Result<Response<Body>, CallError<E>> {
    if !is_failure(response.status()) {
        return Ok(response);
    }
    let url = url(&response);
    let (head, body) = response.into_parts();
    let mut partial_body = PartialBody::new(limit);
    let read = read(body.into_reader(), &mut partial_body);
    Err(partial_body.into_error(head, read, url.as_deref(), label))
}

/// Returns the URL of a response, or `None` for a response that a middleware or a test created.
fn url(response: &Response<Body>) -> Option<String> {
    if response.extensions().is_empty() {
        return None;
    }
    // ureq panics if its own extension is missing, and offers no other way to get the URL.
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
        checked(self?, limit, Label::Required)
    }

    fn ok_or_unlabelled_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> Result<Response<Body>, CallError<E>> {
        checked(self?, limit, Label::Optional)
    }
}

/// Returns a [`CallError::Transport`].
///
/// Either there is no response, or the body of a successful response ended early, or ureq discarded the response.
impl<E> From<ureq::Error> for CallError<E> {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::StatusCode(_) => Self::transport(HiddenProblem(error)),
            error => Self::transport(error),
        }
    }
}

/// Prevents other crates from implementing the trait, so that methods can be added to it.
mod sealed {
    pub trait Sealed {}
}
