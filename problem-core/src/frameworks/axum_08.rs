//! Implements `IntoResponse` for axum 0.8.

#[cfg(feature = "axum-08-json")]
mod json;
#[cfg(feature = "axum-08-json")]
mod rejections;

#[cfg(feature = "axum-08-json")]
pub use self::json::Json;
use crate::Report;
pub use axum_core::response::{IntoResponse, Response};

#[doc(hidden)]
#[macro_export]
macro_rules! __private_axum_08 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::frameworks::axum_08::IntoResponse for $type
        where
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::frameworks::axum_08::Response {
                $crate::__private::frameworks::axum_08::response(self)
            }
        }
    };
}
pub use __private_axum_08 as implement;

pub fn response(error: impl Into<Report>) -> Response {
    error.into().into_http_response().map(Into::into)
}
