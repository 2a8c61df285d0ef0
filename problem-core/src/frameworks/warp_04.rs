//! Implements `Reply` for warp 0.4.

use crate::Report;
pub use warp::reply::{Reply, Response};

#[doc(hidden)]
#[macro_export]
macro_rules! __private_warp_04 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::frameworks::warp_04::Reply for $type
        where
            $($predicates)*
        {
            fn into_response(self) -> $crate::__private::frameworks::warp_04::Response {
                $crate::__private::frameworks::warp_04::response(self)
            }
        }
    };
}
pub use __private_warp_04 as implement;

pub fn response(error: impl Into<Report>) -> Response {
    error.into().into_http_response().map(Into::into)
}
