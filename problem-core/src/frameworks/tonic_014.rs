//! tonic 0.14: `From` for its `Status`, which has to fit into what a client takes.

mod code;
mod details;
mod reason;
mod room;

use self::room::Room;
use crate::Report;
use std::sync::Arc;
pub use tonic::Status;
use tonic_types::StatusExt as _;

#[doc(hidden)]
#[macro_export]
macro_rules! __tonic_014 {
    ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
        impl<$($generics)*> $crate::__private::From<$type> for $crate::__private::frameworks::tonic_014::Status
        where
            $($predicates)*
        {
            fn from(error: $type) -> Self {
                $crate::__private::frameworks::tonic_014::status(error)
            }
        }
    };
}
pub use __tonic_014 as implement;

pub fn status(error: impl Into<Report>) -> Status {
    let report = error.into();
    let details = report.to_details();
    let message = room::message(details.detail().unwrap_or_default());
    let error_details = details::of(&*report, &details, Room::beside(&message));
    let mut status = Status::with_error_details(code::of(report.http_status()), message, error_details);
    status.set_source(Arc::new(report));
    status
}
