//! salvo 1: `Scribe`, and with it `Writer`.

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

/// The fields that describe a body, and mean nothing for another: those that the errors of salvo 1.1 remove, and
/// `Content-Language`, `Content-Location`, `Trailer` and `Transfer-Encoding`.
///
/// A length that is not that of the body would leave the client without an answer.
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
    // What a handler has written before it failed describes another body.
    for name in DESCRIPTION {
        response.headers_mut().remove(name);
    }
    // The problem also replaces what a hoop says of every response, such as `Cache-Control`. But these two fields are
    // lists that every part of a server adds to.
    for name in head.headers.keys().filter(|name| **name != VARY && **name != SET_COOKIE) {
        response.headers_mut().remove(name);
    }
    for (name, value) in &head.headers {
        let _ = response.headers_mut().try_append(name, value.clone());
    }
    response.extensions.extend(head.extensions);
    response.body(body);
}
