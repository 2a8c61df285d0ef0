//! Support for reqwest 0.13.
//!
//! It is not available on WebAssembly, where reqwest cannot read a part of a body.

use super::failure::{PartialBody, is_failure};
use super::{BODY_LIMIT, CallError};
use crate::read::Label;
use crate::{FromProblem, ReadError};
use reqwest::Response;
use std::future::Future;

/// An extension trait that turns a response with status code 400 or above into an error.
///
/// The guide describes [clients](crate::guide::clients).
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
    /// Returns the response unchanged if its status code is below 400, and otherwise the error that it reports.
    ///
    /// Reads at most [`BODY_LIMIT`] bytes of the body of a failure, and nothing of any other body.
    /// A relative type is resolved against the URL of the response.
    fn ok_or_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> + Send {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// Works like [`ok_or_problem`](Self::ok_or_problem), but reads at most `limit` bytes of a body.
    fn ok_or_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>> + Send;

    /// Works like [`ok_or_problem`](Self::ok_or_problem), but also reads a problem that is not labelled as one.
    ///
    /// Use it only for a service that is known to send problems under another media type, such as `application/json`,
    /// or without one.
    /// [`CallError::from_unlabelled_response`] describes how such a body is read, and what it can be confused with.
    fn ok_or_unlabelled_problem<E: FromProblem>(
        self,
    ) -> impl Future<Output = Result<Self, CallError<E>>> + Send {
        self.ok_or_unlabelled_problem_within(BODY_LIMIT)
    }

    /// Works like [`ok_or_unlabelled_problem`](Self::ok_or_unlabelled_problem), but reads at most `limit` bytes of a
    /// body.
    fn ok_or_unlabelled_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>> + Send;
}

impl sealed::Sealed for Response {}

impl OkOrProblem for Response {
    async fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Self, CallError<E>> {
        checked(self, limit, Label::Required).await
    }

    async fn ok_or_unlabelled_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> Result<Self, CallError<E>> {
        checked(self, limit, Label::Optional).await
    }
}

async fn checked<E: FromProblem>(
    mut response: Response,
    limit: usize,
    label: Label,
) -> Result<Response, CallError<E>> {
    if !is_failure(response.status()) {
        return Ok(response);
    }
    let mut partial_body = PartialBody::new(limit);
    let read = read(&mut response, &mut partial_body).await;
    let mut head = http::Response::new(()).into_parts().0;
    (head.status, head.version) = (response.status(), response.version());
    head.headers = std::mem::take(response.headers_mut());
    Err(partial_body.into_error(head, read, Some(response.url().as_str()), label))
}

async fn read(response: &mut Response, partial_body: &mut PartialBody) -> Result<(), ReadError> {
    while let Some(chunk) = response.chunk().await.map_err(|error| ReadError::Incomplete(error.into()))? {
        partial_body.add(chunk)?;
    }
    Ok(())
}

/// Returns a [`CallError::Transport`]: there is no response, or the body of a successful response ended early.
impl<E> From<reqwest::Error> for CallError<E> {
    fn from(error: reqwest::Error) -> Self {
        Self::transport(error)
    }
}

/// Prevents other crates from implementing the trait, so that methods can be added to it.
mod sealed {
    pub trait Sealed {}
}
