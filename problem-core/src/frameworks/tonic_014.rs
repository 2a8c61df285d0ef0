//! Implements `From` for the `Status` of tonic 0.14, and keeps the status within the size that clients accept.

mod details;
mod reason;
mod room;

use self::room::Room;
use crate::Report;
use http::StatusCode;
use std::sync::Arc;
use tonic::Code;
pub use tonic::Status;
use tonic_types::StatusExt as _;

#[doc(hidden)]
#[macro_export]
macro_rules! __private_tonic_014 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> ::core::convert::From<$type> for $crate::__private::frameworks::tonic_014::Status
        where
            $($predicates)*
        {
            fn from(error: $type) -> Self {
                $crate::__private::frameworks::tonic_014::status(error)
            }
        }
    };
}
pub use __private_tonic_014 as implement;

pub fn status(error: impl Into<Report>) -> Status {
    let report = error.into();
    let details = report.to_details();
    let message = room::message(details.detail().unwrap_or_default());
    let error_details = details::from_problem(&*report, &details, Room::beside(&message));
    let mut status =
        Status::with_error_details(code_from_status(report.http_status()), message, error_details);
    status.set_source(Arc::new(report));
    status
}

/// Returns the gRPC code that means the same as an HTTP status code.
///
/// If google.rpc.Code names the status code for a gRPC code, the result is that gRPC code.
/// Otherwise it is the code whose description fits: `FAILED_PRECONDITION` says that a state has to change first, and
/// `INVALID_ARGUMENT` that the request has to change.
fn code_from_status(status: StatusCode) -> Code {
    match status.as_u16() {
        400 | 406 | 411 | 413 | 414 | 415 | 417 | 421 | 422 | 431 => Code::InvalidArgument,
        401 | 407 => Code::Unauthenticated,
        403 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        405 | 501 => Code::Unimplemented,
        408 | 504 => Code::DeadlineExceeded,
        409 => Code::Aborted,
        416 => Code::OutOfRange,
        429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        502 | 503 => Code::Unavailable,
        500..=599 => Code::Internal,
        _ => Code::FailedPrecondition,
    }
}
