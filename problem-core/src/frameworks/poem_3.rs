//! Implements `ResponseError` for poem 3.
//!
//! poem keeps the error itself for its middleware.

mod hooks;

pub use self::hooks::{catch_all, panic_response};
use super::AsProblem;
use bytes::Bytes;
pub use poem::{Response, error::ResponseError, http::StatusCode};
use poem::{ResponseParts, http::Version};

#[doc(hidden)]
#[macro_export]
macro_rules! __private_poem_3 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::frameworks::poem_3::ResponseError for $type
        where
            $($predicates)*
        {
            fn status(&self) -> $crate::__private::frameworks::poem_3::StatusCode {
                $crate::__private::frameworks::poem_3::status(self)
            }

            fn as_response(&self) -> $crate::__private::frameworks::poem_3::Response {
                $crate::__private::frameworks::poem_3::response(self)
            }
        }
    };
}
pub use __private_poem_3 as implement;

pub fn status(problem: &impl AsProblem) -> StatusCode {
    problem.as_problem().http_status()
}

pub fn response(problem: &impl AsProblem) -> Response {
    convert(problem.as_problem().to_response())
}

fn convert(response: http::Response<Bytes>) -> Response {
    let (head, body) = response.into_parts();
    let head = ResponseParts {
        status: head.status,
        version: Version::default(),
        headers: head.headers,
        extensions: head.extensions,
    };
    Response::from_parts(head, body.into())
}
