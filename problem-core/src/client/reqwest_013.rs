//! For reqwest 0.13, but not on WebAssembly, where it cannot read a body in part.

use super::failure::{PartialBody, is_failure};
use super::{BODY_LIMIT, CallError};
use crate::{FromProblem, ReadError};
use reqwest::Response;
use std::future::Future;

/// Turns a response that reports a failure into an error.
///
/// # Examples
///
/// ```no_run
/// use problem_core::FromProblem;
/// use problem_core::client::CallError;
/// use problem_core::client::reqwest_013::OkOrProblem as _;
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
/// async fn names(client: &reqwest::Client, url: &str) -> Result<String, CallError<VaultError>> {
///     let response = client.get(url).send().await?.ok_or_problem().await?;
///     Ok(response.text().await?)
/// }
/// ```
pub trait OkOrProblem: sealed::Sealed + Sized {
    /// Returns the response itself, or what it reports if its status code is 400 or above.
    ///
    /// No more than [`BODY_LIMIT`] bytes of a body are read, and those of a failure only.
    /// A relative type is resolved against the URL of the response.
    fn ok_or_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> + Send {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// Does what [`ok_or_problem`](Self::ok_or_problem) does, with another limit, in bytes.
    fn ok_or_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>> + Send;
}

impl sealed::Sealed for Response {}

impl OkOrProblem for Response {
    async fn ok_or_problem_within<E: FromProblem>(mut self, limit: usize) -> Result<Self, CallError<E>> {
        if !is_failure(self.status()) {
            return Ok(self);
        }
        let mut partial_body = PartialBody::new(limit);
        let read = read(&mut self, &mut partial_body).await;
        let mut head = http::Response::new(()).into_parts().0;
        (head.status, head.version) = (self.status(), self.version());
        head.headers = std::mem::take(self.headers_mut());
        Err(partial_body.into_error(head, read, Some(self.url().as_str())))
    }
}

async fn read(response: &mut Response, partial_body: &mut PartialBody) -> Result<(), ReadError> {
    while let Some(chunk) = response.chunk().await.map_err(|error| ReadError::Incomplete(error.into()))? {
        partial_body.add(chunk)?;
    }
    Ok(())
}

/// There is no response, or that of a success broke off.
impl<E> From<reqwest::Error> for CallError<E> {
    fn from(error: reqwest::Error) -> Self {
        Self::transport(error)
    }
}

/// Keeps others from implementing the trait, so that it can grow.
mod sealed {
    pub trait Sealed {}
}
