//! The body of a response behind the layer.

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// The body of a response behind a [`ProblemLayer`](super::ProblemLayer): the body of the service, or a problem.
    pub struct ProblemBody<B = NoBody> {
        #[pin]
        payload: Payload<B>,
    }
}

pin_project! {
    #[project = PayloadProjection]
    enum Payload<B> {
        Service { #[pin] body: B },
        /// The body of the service, after the part of it that the layer has read.
        Rest { read: Option<Bytes>, body: Option<Pin<Box<B>>> },
        Problem { bytes: Option<Bytes> },
        /// No body, in the response to a HEAD request. Its length says nothing about that of a GET.
        Head,
    }
}

impl<B> ProblemBody<B> {
    pub(super) fn service(body: B) -> Self {
        Self { payload: Payload::Service { body } }
    }

    pub(super) fn partly_read(read: Bytes, body: Option<Pin<Box<B>>>) -> Self {
        Self { payload: Payload::Rest { read: Some(read), body } }
    }

    pub(super) fn full(bytes: Bytes) -> Self {
        Self { payload: Payload::Problem { bytes: Some(bytes).filter(|bytes| !bytes.is_empty()) } }
    }

    pub(super) fn head() -> Self {
        Self { payload: Payload::Head }
    }
}

/// An empty body.
impl<B> Default for ProblemBody<B> {
    fn default() -> Self {
        Self::full(Bytes::new())
    }
}

impl<B> fmt::Debug for ProblemBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProblemBody").finish_non_exhaustive()
    }
}

impl<B: Body<Data = Bytes>> Body for ProblemBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.project().payload.project() {
            PayloadProjection::Service { body } => body.poll_frame(context),
            PayloadProjection::Rest { read, body } => match (read.take(), body) {
                (Some(read), _) => Poll::Ready(Some(Ok(Frame::data(read)))),
                (None, Some(body)) => body.as_mut().poll_frame(context),
                (None, None) => Poll::Ready(None),
            },
            PayloadProjection::Problem { bytes } => {
                Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes))))
            }
            PayloadProjection::Head => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.payload {
            Payload::Service { body } => body.is_end_stream(),
            Payload::Rest { read, body } => read.is_none() && body.as_ref().is_none_or(Body::is_end_stream),
            Payload::Problem { bytes } => bytes.is_none(),
            Payload::Head => true,
        }
    }

    fn size_hint(&self) -> SizeHint {
        let length = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        match &self.payload {
            Payload::Service { body } => body.size_hint(),
            Payload::Rest { read, body } => {
                let rest = body.as_ref().map_or(SizeHint::with_exact(0), Body::size_hint);
                let read = length(read);
                let mut hint = SizeHint::new();
                hint.set_lower(rest.lower().saturating_add(read));
                if let Some(upper) = rest.upper().and_then(|upper| upper.checked_add(read)) {
                    hint.set_upper(upper);
                }
                hint
            }
            Payload::Problem { bytes } => SizeHint::with_exact(length(bytes)),
            // With a length of 0, some servers would send `Content-Length: 0`.
            Payload::Head => SizeHint::new(),
        }
    }
}

/// The body type of a response that does not come from a service. It has no values.
#[derive(Debug)]
pub enum NoBody {}

impl Body for NoBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match *self {}
    }
}
