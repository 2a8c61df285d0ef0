//! Support for hyper and other clients that return an [`http::Response`] over an [`http_body::Body`].

use super::failure::{PartialBody, is_failure};
use super::{BODY_LIMIT, CallError};
use crate::read::Label;
use crate::{FromProblem, ReadError};
use http::Response;
use http_body::Body;
use std::error::Error;
use std::future::{Future, poll_fn};
use std::pin::pin;

/// An extension trait that turns a response with status code 400 or above into an error.
///
/// The URL of the response is not known here, so a relative type matches only an identical declaration in `E`.
/// If you know the URL, read the body and call [`CallError::from_response`].
///
/// The guide describes [clients](crate::guide::clients).
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
    /// Returns the response unchanged if its status code is below 400, and otherwise the error that it reports.
    ///
    /// Reads at most [`BODY_LIMIT`] bytes of the body of a failure, and nothing of any other body.
    fn ok_or_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// Works like [`ok_or_problem`](Self::ok_or_problem), but reads at most `limit` bytes of a body.
    fn ok_or_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>>;

    /// Works like [`ok_or_problem`](Self::ok_or_problem), but also reads a problem that is not labelled as one.
    ///
    /// Use it only for a service that is known to send problems under another media type, such as `application/json`,
    /// or without one.
    /// [`CallError::from_unlabelled_response`] describes how such a body is read, and what it can be confused with.
    fn ok_or_unlabelled_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> {
        self.ok_or_unlabelled_problem_within(BODY_LIMIT)
    }

    /// Works like [`ok_or_unlabelled_problem`](Self::ok_or_unlabelled_problem), but reads at most `limit` bytes of a
    /// body.
    fn ok_or_unlabelled_problem_within<E: FromProblem>(
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
        checked(self, limit, Label::Required).await
    }

    async fn ok_or_unlabelled_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> Result<Self, CallError<E>> {
        checked(self, limit, Label::Optional).await
    }
}

async fn checked<B, E: FromProblem>(
    response: Response<B>,
    limit: usize,
    label: Label,
) -> Result<Response<B>, CallError<E>>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    if !is_failure(response.status()) {
        return Ok(response);
    }
    let (head, body) = response.into_parts();
    let mut partial_body = PartialBody::new(limit);
    let read = read(body, &mut partial_body).await;
    Err(partial_body.into_error(head, read, None, label))
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

/// Prevents other crates from implementing the trait, so that methods can be added to it.
mod sealed {
    pub trait Sealed {}
}
