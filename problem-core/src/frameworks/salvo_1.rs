//! salvo 1: `Scribe`, and with it `Writer`.

use crate::Report;
use salvo_core::http::header::CONTENT_TYPE;
pub use salvo_core::{Response, Scribe};

#[doc(hidden)]
#[macro_export]
macro_rules! __salvo_1 {
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
pub use __salvo_1 as implement;

pub fn render(error: impl Into<Report>, response: &mut Response) {
    let (head, body) = super::response(error.into()).into_parts();
    response.status_code(head.status);
    // What a handler has written before it failed describes another body.
    response.headers_mut().remove(CONTENT_TYPE);
    for (name, value) in &head.headers {
        let _ = response.headers_mut().try_append(name, value.clone());
    }
    response.extensions.extend(head.extensions);
    response.body(body);
}
