//! Shared by all clients: decides which responses are failures, and limits how much of a body is read.

use super::CallError;
use crate::read::{Label, syntax};
use crate::{FromProblem, ReadError};
use bytes::{Buf, BufMut, Bytes};
use http::response::Parts;
use http::{Response, StatusCode};

/// Returns whether a response reports a failure (RFC 9110, section 15).
///
/// Failures are 4xx, 5xx and the invalid status codes from 600 upwards.
/// A 3xx is not a failure: a client that does not follow redirects may expect it.
pub(super) fn is_failure(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

/// The start of a body, up to a limit in bytes.
pub(super) struct PartialBody {
    content: Vec<u8>,
    limit: usize,
}

impl PartialBody {
    pub(super) fn new(limit: usize) -> Self {
        Self { content: Vec::new(), limit }
    }

    /// Appends as much of a piece as fits within the limit.
    pub(super) fn add(&mut self, piece: impl Buf) -> Result<(), ReadError> {
        let room = self.limit - self.content.len();
        let is_too_long = piece.remaining() > room;
        self.content.put(piece.take(room));
        if is_too_long { Err(ReadError::TooLong(self.limit)) } else { Ok(()) }
    }

    /// Returns the error for a failure with this body; `read` is an error if the body was not read to its end.
    pub(super) fn into_error<E: FromProblem>(
        self,
        head: Parts,
        read: Result<(), ReadError>,
        url: Option<&str>,
        label: Label,
    ) -> CallError<E> {
        let response = Response::from_parts(head, Bytes::from(self.content));
        match syntax(response.headers(), label).and(read) {
            Ok(()) => CallError::read(response, url, label),
            Err(reason) => CallError::NoProblem(Box::new(response), reason),
        }
    }
}
