//! For reqwest 0.13, but not on WebAssembly, where it cannot read a body in part.

use super::{BODY_LIMIT, CallError, is_failure};
use crate::{FromProblem, ReadError};
use bytes::Bytes;
use reqwest::Response;
use std::future::Future;

/// Turns a response that reports a failure into an error.
///
/// # Examples
///
/// ```no_run
/// use problem_core::FromProblem;
/// use problem_core::client::CallError;
/// use problem_core::client::reqwest_013::ResponseExt;
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
pub trait ResponseExt: Sized {
    /// The response itself, or what it reports if its status code is 400 or above.
    ///
    /// No more than [`BODY_LIMIT`] bytes of a body are read, and those of a failure only.
    /// A relative type is resolved against the URL of the response.
    fn ok_or_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> + Send {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// As [`ok_or_problem`](Self::ok_or_problem), with another limit, in bytes.
    fn ok_or_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>> + Send;
}

impl ResponseExt for Response {
    async fn ok_or_problem_within<E: FromProblem>(mut self, limit: usize) -> Result<Self, CallError<E>> {
        if !is_failure(self.status()) {
            return Ok(self);
        }
        let mut content = Vec::new();
        let read = read(&mut self, &mut content, limit).await;
        let mut response = http::Response::new(Bytes::from(content));
        *response.status_mut() = self.status();
        *response.version_mut() = self.version();
        *response.headers_mut() = std::mem::take(self.headers_mut());
        Err(CallError::from_read(response, read, Some(self.url().as_str())))
    }
}

async fn read(response: &mut Response, content: &mut Vec<u8>, limit: usize) -> Result<(), ReadError> {
    while let Some(chunk) = response.chunk().await.map_err(|error| ReadError::Incomplete(error.into()))? {
        let room = limit - content.len();
        content.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Err(ReadError::TooLong(limit));
        }
    }
    Ok(())
}

/// There is no response.
impl<E> From<reqwest::Error> for CallError<E> {
    fn from(error: reqwest::Error) -> Self {
        Self::transport(error)
    }
}
