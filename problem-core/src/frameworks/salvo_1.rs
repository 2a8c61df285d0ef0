//! Implements `Scribe`, and thereby `Writer`, for salvo 1.

use crate::Report;
use salvo_core::http::header::{SET_COOKIE, VARY};
pub use salvo_core::{Response, Scribe};

#[doc(hidden)]
#[macro_export]
macro_rules! __private_salvo_1 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::frameworks::salvo_1::Scribe for $type
        where
            $($predicates)*
        {
            fn render(self, response: &mut $crate::__private::frameworks::salvo_1::Response) {
                $crate::__private::frameworks::salvo_1::render(self, response);
            }
        }
    };
}
pub use __private_salvo_1 as implement;

/// The header fields that describe a body and do not apply to another one.
///
/// These are the fields that the errors of salvo 1.1 remove, and `Content-Language`, `Content-Location`, `Trailer` and
/// `Transfer-Encoding`. With a wrong `Content-Length`, the client would not get a response at all.
const DESCRIPTION: [&str; 14] = [
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

pub fn render(error: impl Into<Report>, response: &mut Response) {
    let (head, body) = super::response(error.into()).into_parts();
    response.status_code(head.status);
    // Before the handler failed, it may have set these fields for another body.
    for name in DESCRIPTION {
        response.headers_mut().remove(name);
    }
    // The fields of the problem also replace those that a hoop sets on every response, such as `Cache-Control`. The two
    // exceptions are lists that every part of a server adds to.
    for name in head.headers.keys().filter(|name| **name != VARY && **name != SET_COOKIE) {
        response.headers_mut().remove(name);
    }
    for (name, value) in &head.headers {
        let _ = response.headers_mut().try_append(name, value.clone());
    }
    response.extensions.extend(head.extensions);
    response.body(body);
}
