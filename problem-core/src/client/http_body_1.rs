//! For hyper and all else that answers with an [`http::Response`] over an [`http_body::Body`].

use super::{BODY_LIMIT, CallError, is_failure};
use crate::{FromProblem, ReadError};
use bytes::{Buf, BufMut, Bytes};
use http::Response;
use http_body::Body;
use std::error::Error;
use std::future::{Future, poll_fn};
use std::pin::pin;

/// Turns a response that reports a failure into an error.
pub trait ResponseExt: Sized {
    /// The response itself, or what it reports if its status code is 400 or above.
    ///
    /// No more than [`BODY_LIMIT`] bytes of a body are read, and those of a failure only.
    /// The URL of the response is not known here: a relative type is taken to be one that `E` declares in the same way.
    fn ok_or_problem<E: FromProblem>(self) -> impl Future<Output = Result<Self, CallError<E>>> {
        self.ok_or_problem_within(BODY_LIMIT)
    }

    /// As [`ok_or_problem`](Self::ok_or_problem), with another limit, in bytes.
    fn ok_or_problem_within<E: FromProblem>(
        self,
        limit: usize,
    ) -> impl Future<Output = Result<Self, CallError<E>>>;
}

impl<B> ResponseExt for Response<B>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    async fn ok_or_problem_within<E: FromProblem>(self, limit: usize) -> Result<Self, CallError<E>> {
        if !is_failure(self.status()) {
            return Ok(self);
        }
        let (head, body) = self.into_parts();
        let mut content = Vec::new();
        let read = read(body, &mut content, limit).await;
        let response = Response::from_parts(head, Bytes::from(content));
        Err(CallError::from_read(response, read, None))
    }
}

async fn read<B>(body: B, content: &mut Vec<u8>, limit: usize) -> Result<(), ReadError>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let mut body = pin!(body);
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let frame = frame.map_err(|error| ReadError::Incomplete(error.into()))?;
        if let Ok(data) = frame.into_data() {
            let room = limit - content.len();
            let is_too_long = data.remaining() > room;
            content.put(data.take(room));
            if is_too_long {
                return Err(ReadError::TooLong(limit));
            }
        }
    }
    Ok(())
}
