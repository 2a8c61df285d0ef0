//! The functions that read untrusted input, or write it again.

mod bodies;
mod calls;
mod fields;
mod uris;
mod writers;

use crate::shapes::Shape;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use std::error::Error;
use std::fmt::Write;
use std::hint::black_box;

/// A reader, with the shapes that it is tested with.
#[derive(Debug)]
pub struct Reader {
    pub name: &'static str,
    shapes: &'static [&'static [Shape]],
    /// Prepares an input without counting, and returns the call to count.
    prepare: fn(Vec<u8>) -> Call,
    /// Returns whether the reader accepts an input.
    takes: fn(&[u8]) -> bool,
}

pub type Call = Box<dyn FnOnce()>;

impl Reader {
    const fn new(
        name: &'static str,
        shapes: &'static [&'static [Shape]],
        prepare: fn(Vec<u8>) -> Call,
    ) -> Self {
        Self { name, shapes, prepare, takes: |_| true }
    }

    const fn only(self, takes: fn(&[u8]) -> bool) -> Self {
        Self { takes, ..self }
    }

    pub fn shapes(&self) -> impl Iterator<Item = &'static Shape> {
        self.shapes.iter().copied().flatten()
    }

    /// Returns whether the reader accepts an input. A writer cannot write an input that cannot be read.
    #[must_use]
    pub fn takes(&self, input: &[u8]) -> bool {
        (self.takes)(input)
    }

    /// Returns the call to count, which also drops its result.
    #[must_use]
    pub fn prepare(&self, input: Vec<u8>) -> Call {
        (self.prepare)(input)
    }
}

pub const ALL: &[&[Reader]] =
    &[bodies::READERS, calls::READERS, fields::READERS, uris::READERS, writers::READERS];

/// Returns all readers.
pub fn all() -> impl Iterator<Item = &'static Reader> {
    ALL.iter().copied().flatten()
}

/// Returns a call that needs no preparation.
fn call<T: 'static>(input: Vec<u8>, read: fn(&[u8]) -> T) -> Call {
    Box::new(move || drop(black_box(read(black_box(&input)))))
}

/// Replaces an error with its message, which most callers write to a log.
fn or_message<T, E: Error>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| message(&error))
}

/// Returns the message of an error and of all its sources.
fn message(error: &dyn Error) -> String {
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        write!(message, ": {error}").expect("writing to a string cannot fail");
        source = error.source();
    }
    message
}

/// Returns a response with one field of this name for each line.
fn response(name: &HeaderName, lines: &[u8], body: &'static str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(body.as_bytes()));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response.headers_mut().remove(name);
    for line in lines.split(|byte| *byte == b'\n') {
        let value = HeaderValue::from_bytes(line).expect("the line is not valid in a header field");
        response.headers_mut().append(name, value);
    }
    response
}
