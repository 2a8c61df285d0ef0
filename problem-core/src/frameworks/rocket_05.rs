//! Implements `Responder` for rocket 0.5.
//!
//! rocket is the only framework that passes the request to the impl, so the format is chosen here.

mod catchers;

pub use self::catchers::catchers;
use crate::Report;
use http::header::ACCEPT;
use rocket::http::Status;
pub use rocket::request::Request;
pub use rocket::response::{Responder, Response, Result};
use std::io::Cursor;

#[doc(hidden)]
#[macro_export]
macro_rules! __private_rocket_05 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<'problem_request, $($generics)*>
            $crate::__private::frameworks::rocket_05::Responder<'problem_request, 'static> for $type
        where
            $($predicates)*
        {
            fn respond_to(
                self,
                request: &'problem_request $crate::__private::frameworks::rocket_05::Request<'_>,
            ) -> $crate::__private::frameworks::rocket_05::Result<'static> {
                ::core::result::Result::Ok(
                    $crate::__private::frameworks::rocket_05::response(self, request),
                )
            }
        }
    };
}
pub use __private_rocket_05 as implement;

pub fn response(error: impl Into<Report>, request: &Request<'_>) -> Response<'static> {
    let report = error.into();
    let accept = request.headers().get(ACCEPT.as_str()).map(str::as_bytes);
    let (head, body) = super::respond(&report, accept).into_parts();
    // Fairings have no other access to the error.
    request.local_cache(|| Some(report));
    let mut response = Response::build();
    response.status(Status::new(head.status.as_u16())).sized_body(body.len(), Cursor::new(body));
    for (name, value) in &head.headers {
        // rocket cannot send a value that is not UTF-8, since its values are strings.
        if let Ok(value) = std::str::from_utf8(value.as_bytes()) {
            response.raw_header_adjoin(name.as_str().to_owned(), value.to_owned());
        }
    }
    response.finalize()
}
