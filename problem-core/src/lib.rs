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
mod server_fields;
mod standard;
mod status;

pub use crate::details::ProblemDetails;
pub use crate::members::Members;
pub use crate::problem::Problem;
pub use crate::problem_type::ProblemType;
/// Implements [`Problem`](trait@Problem) for an enum or a struct.
///
/// What `#[problem(...)]` takes is listed [by position](crate#arguments-of-problem) in the docs of this crate, with
/// [what is generated](crate#what-is-generated) and [what does not compile](crate#what-does-not-compile).
///
/// # Examples
///
/// ```
/// use problem_core::Problem;
///
/// #[derive(Debug, thiserror::Error, Problem)]
/// #[error("{used} of {limit} in use")]
/// #[problem(status = 403, type = "/problems/quota", title = "Quota Used Up", detail = "{used} of {limit} used.")]
/// struct QuotaUsedUp {
///     used: u32,
///     #[problem(extension)]
///     limit: u32,
/// }
///
/// assert_eq!(
///     QuotaUsedUp { used: 5, limit: 5 }.to_json(),
///     concat!(
///         r#"{"type":"/problems/quota","title":"Quota Used Up","status":403,"#,
///         r#""detail":"5 of 5 used.","limit":5}"#,
///     ),
/// );
/// ```
#[cfg(feature = "derive")]
pub use problem_derive::Problem;

#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;
}
