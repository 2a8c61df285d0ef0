//! Implements `Scribe`, and thereby `Writer`, for salvo 1.

mod catcher;

pub use self::catcher::Catcher;
use crate::Report;
use crate::write::header::remove_body_fields;
use bytes::Bytes;
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

pub fn render(error: impl Into<Report>, response: &mut Response) {
    write(error.into().into_http_response(), response);
}

fn write(problem: http::Response<Bytes>, response: &mut Response) {
    let (head, body) = problem.into_parts();
    response.status_code(head.status);
    // Before the handler failed, it may have set these fields for another body.
    remove_body_fields(response.headers_mut(), &[]);
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
