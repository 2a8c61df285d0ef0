#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod details;
mod json;
mod members;
mod pointers;
mod private;
mod problem;
mod problem_type;
mod response;
mod status;

pub use crate::details::ProblemDetails;
pub use crate::members::Members;
pub use crate::problem::Problem;
pub use crate::problem_type::ProblemType;
#[cfg(feature = "derive")]
pub use problem_derive::Problem;

#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;
}
