//! For hyper and all else that answers with an [`http::Response`] over an [`http_body::Body`].

use super::failure::{PartialBody, is_failure};
use super::{BODY_LIMIT, CallError};
use crate::{FromProblem, ReadError};
use http::Response;
use http_body::Body;
use std::error::Error;
use std::future::{Future, poll_fn};
use std::pin::pin;

/// Turns a response that reports a failure into an error.
///
/// The URL of the response is not known here: a relative type is taken to be one that `E` declares in the same words.
/// With the URL, there is [`CallError::from_response`] for a body that has been read.
///
/// # Examples
///
/// ```
/// use http::Response;
/// use http_body::Body;
/// use problem_core::client::CallError;
/// use problem_core::client::http_body_1::OkOrProblem as _;
/// use problem_core::{FromProblem, ProblemDetails};
/// use std::error::Error;
///
/// async fn checked<B>(response: Response<B>) -> Result<Response<B>, CallError<ProblemDetails>>
/// where
///     B: Body,
///     B::Error: Into<Box<dyn Error + Send + Sync>>,
/// {
///     response.ok_or_problem().await
/// }
/// ```
pub trait OkOrProblem: sealed::Sealed + Sized {
    /// Returns the response itself, or what it reports if its status code is 400 or above.
    ///
    /// No more than [`BODY_LIMIT`] bytes of a body are read, and those of a failure only.
    fn ok_or_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// Does what [`ok_or_problem`](Self::ok_or_problem) does, with another limit, in bytes.
    fn ok_or_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>>;
}

impl<B: Body> sealed::Sealed for Response<B> {}

impl<B> OkOrProblem for Response<B>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    async fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Self, CallError<E>> {
        if !is_failure(self.status()) {
            return Ok(self);
        }
        let (head, body) = self.into_parts();
        let mut partial_body = PartialBody::new(limit);
        let read = read(body, &mut partial_body).await;
        Err(partial_body.into_error(head, read, None))
    }
}

async fn read<B>(body: B, partial_body: &mut PartialBody) -> Result<(), ReadError>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let mut body = pin!(body);
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let frame = frame.map_err(|error| ReadError::Incomplete(error.into()))?;
        if let Ok(data) = frame.into_data() {
            partial_body.add(data)?;
        }
    }
    Ok(())
}

/// Keeps others from implementing the trait, so that it can grow.
mod sealed {
    pub trait Sealed {}
}
