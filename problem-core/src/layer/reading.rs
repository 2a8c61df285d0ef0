//! Reads the body of a response that may become a problem.

use super::capture::Capture;
use super::decide::{Decision, pass_to, vary};
use super::{Config, ProblemBody};
use crate::client::BODY_LIMIT;
use crate::format::media_type::charset;
use crate::panicked::{catch, drop_quietly};
use crate::rejected::Rejected;
use crate::{ProblemDetails, Report};
use bytes::{Bytes, BytesMut};
use http::header::CONTENT_TYPE;
use http::response::Parts;
use http::{HeaderMap, HeaderValue, Response};
use http_body::Body;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The limit on a text that becomes a detail: 8 KiB.
pub(super) const TEXT_LIMIT: usize = 8 * 1024;

/// The limit on frames without data, such as trailers.
const MOST_EMPTY_FRAMES: usize = 1024;

pub(super) struct Reading<B> {
    head: Option<Parts>,
    // Boxed, so that the body can be moved on if it turns out not to be a problem.
    body: Option<Pin<Box<B>>>,
    read: BytesMut,
    /// How many frames had no data.
    empty_frames: usize,
    is_text: bool,
}

impl<B: Body<Data = Bytes>> Reading<B> {
    /// Reads a text.
    pub(super) fn text(response: Response<B>) -> Self {
        Self::new(response, true)
    }

    /// Reads a problem in JSON.
    pub(super) fn problem(response: Response<B>) -> Self {
        Self::new(response, false)
    }

    fn new(response: Response<B>, is_text: bool) -> Self {
        let (head, body) = response.into_parts();
        Self { head: Some(head), body: Some(Box::pin(body)), read: BytesMut::new(), empty_frames: 0, is_text }
    }

    fn limit(&self) -> usize {
        if self.is_text { TEXT_LIMIT } else { BODY_LIMIT }
    }

    /// # Panics
    ///
    /// If it is polled again after it is ready.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
        capture: &Capture,
        config: &Config,
    ) -> Poll<Decision<B>> {
        let limit = self.limit();
        let body = self.body.as_mut().expect("the future is not polled after it is ready");
        let is_intact = loop {
            // After a panic, the body is only dropped, so nobody sees what the panic left behind.
            match catch(|| body.as_mut().poll_frame(context)) {
                Ok(Poll::Pending) => return Poll::Pending,
                Ok(Poll::Ready(None)) => break true,
                Ok(Poll::Ready(Some(Ok(frame)))) => {
                    // Trailers describe the old body.
                    let data = frame.into_data().unwrap_or_default();
                    self.read.extend_from_slice(&data);
                    if self.read.len() > limit {
                        break true;
                    }
                    self.empty_frames += usize::from(data.is_empty());
                    if self.empty_frames > MOST_EMPTY_FRAMES {
                        // Such a body may never end, nor ever wait.
                        break false;
                    }
                }
                Ok(Poll::Ready(Some(Err(_)))) | Err(_) => break false,
            }
        };
        Poll::Ready(self.finish(is_intact, capture, config))
    }

    fn finish(&mut self, is_intact: bool, capture: &Capture, config: &Config) -> Decision<B> {
        let head = self.head.take().expect("the future is not polled after it is ready");
        let read = std::mem::take(&mut self.read).freeze();
        let body = self.body.take();
        if read.len() > self.limit() {
            return self.pass(Response::from_parts(head, ProblemBody::partly_read(read, body)), capture);
        }
        drop_quietly(body);
        if self.is_text {
            let text = text(&read, &head.headers).filter(|_| is_intact);
            let report = Report::from(Rejected::from_text(head.status, text.map(str::to_owned)));
            // The text of a server error is not sent, so it does not matter that a HEAD lacks it.
            let matches_get = head.status.is_server_error() || config.is_terse;
            return Decision::Render { head, report, matches_get };
        }
        match ProblemDetails::from_json(&read) {
            Ok(details) => {
                // The response has the header fields already.
                let report = Report::from(details.with_status(head.status).forwarding(&[]));
                Decision::Render { head, report, matches_get: true }
            }
            Err(_) if is_intact && !read.is_empty() => {
                self.pass(Response::from_parts(head, ProblemBody::full(read)), capture)
            }
            Err(_) => {
                let report = Report::from(Rejected::unexplained(head.status));
                Decision::Render { head, report, matches_get: true }
            }
        }
    }

    fn pass(&self, mut response: Response<ProblemBody<B>>, capture: &Capture) -> Decision<B> {
        if !self.is_text {
            vary(&mut response);
        }
        pass_to(response, capture)
    }
}

/// Returns a text that can be a detail.
fn text<'a>(body: &'a [u8], headers: &HeaderMap) -> Option<&'a str> {
    let media_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let charset = media_type.and_then(charset).unwrap_or(b"utf-8");
    let is_utf_8 = charset.eq_ignore_ascii_case(b"utf-8") || charset.eq_ignore_ascii_case(b"us-ascii");
    let text = std::str::from_utf8(body).ok().filter(|_| is_utf_8)?;
    Some(text.trim_start_matches('\u{feff}').trim()).filter(|text| !text.is_empty())
}
