//! Implements `ResponseError` for actix-web 4.
//!
//! actix-web keeps the error itself for its middleware, and uses an older version of the http crate.

mod hooks;
#[cfg(feature = "actix-web-4-json")]
mod json;

pub use self::hooks::{default_service, error_handler, json_config, path_config, query_config};
#[cfg(feature = "actix-web-4-json")]
pub use self::json::Json;
use super::AsProblem;
use actix_web::body::BoxBody;
use actix_web::http::header::{HeaderName, HeaderValue};
pub use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use bytes::Bytes;

#[doc(hidden)]
#[macro_export]
macro_rules! __private_actix_web_4 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::frameworks::actix_web_4::ResponseError for $type
        where
            $($predicates)*
        {
            fn status_code(&self) -> $crate::__private::frameworks::actix_web_4::StatusCode {
                $crate::__private::frameworks::actix_web_4::status(self)
            }

            fn error_response(&self) -> $crate::__private::frameworks::actix_web_4::HttpResponse {
                $crate::__private::frameworks::actix_web_4::response(self)
            }
        }
    };
}
pub use __private_actix_web_4 as implement;

pub fn status(problem: &impl AsProblem) -> StatusCode {
    same_status(problem.as_problem().http_status())
}

pub fn response(problem: &impl AsProblem) -> HttpResponse {
    convert(problem.as_problem().to_response())
}

fn convert(response: http::Response<Bytes>) -> HttpResponse {
    let (head, body) = response.into_parts();
    let mut response = HttpResponse::with_body(same_status(head.status), BoxBody::new(body));
    for (name, original) in &head.headers {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        let value = HeaderValue::from_bytes(original.as_bytes());
        // Both versions of the http crate accept the same names and values.
        if let (Ok(name), Ok(mut value)) = (name, value) {
            // The flag is not part of the bytes. It keeps HTTP/2 from adding the value to its compression table.
            value.set_sensitive(original.is_sensitive());
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// Converts a status code into the type of the current version of the http crate.
fn current_status(status: StatusCode) -> http::StatusCode {
    http::StatusCode::from_u16(status.as_u16()).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR)
}

fn same_status(status: http::StatusCode) -> StatusCode {
    StatusCode::from_u16(status.as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
