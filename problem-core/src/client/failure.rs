//! What the clients have in common: which responses report a failure, and how much of one is read.

use super::CallError;
use crate::read::syntax;
use crate::{FromProblem, ReadError};
use bytes::{Buf, BufMut, Bytes};
use http::response::Parts;
use http::{Response, StatusCode};

/// Returns whether a response reports a failure (RFC 9110, section 15): 4xx, 5xx and what is not a valid status code,
/// but not 3xx, which a client that does not follow redirects may well have asked for.
pub(super) fn is_failure(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

/// The beginning of a body, up to a limit in bytes.
pub(super) struct PartialBody {
    content: Vec<u8>,
    limit: usize,
}

impl PartialBody {
    pub(super) fn new(limit: usize) -> Self {
        Self { content: Vec::new(), limit }
    }

    /// Adds as much of a piece as there is room for.
    pub(super) fn add(&mut self, piece: impl Buf) -> Result<(), ReadError> {
        let room = self.limit - self.content.len();
        let is_too_long = piece.remaining() > room;
        self.content.put(piece.take(room));
        if is_too_long { Err(ReadError::TooLong(self.limit)) } else { Ok(()) }
    }

    /// Returns the error of the failure with this body; `read` says whether it was read to its end.
    pub(super) fn into_error<E: FromProblem>(
        self,
        head: Parts,
        read: Result<(), ReadError>,
        url: Option<&str>,
    ) -> CallError<E> {
        let response = Response::from_parts(head, Bytes::from(self.content));
        match syntax(response.headers()).and(read) {
            Ok(()) => CallError::from_response(response, url),
            Err(reason) => CallError::NoProblem(Box::new(response), reason),
        }
    }
}
