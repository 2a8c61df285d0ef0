//! What an expansion of the derives names beside the public items and `frameworks`; no person should name it.
//!
//! An expansion names what std has by its path in `core`. Every name here has its reason beside it.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and their rules stand at the methods of `Problem`"
)]

/// What signatures and constants name of http, on which a user's crate may not depend.
pub mod http {
    // rustc lists `StatusCode` among the types that a `status` field can be because it can be named here.
    pub use ::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
}

// What a field must do to be written or read: calls and the bounds of an impl name these traits.
pub use crate::from_problem::{ReadMember, ReadStatus, ReadText};
pub use crate::retry_after::{ReadRetryAfter, RetryAfter};
pub use serde::Serialize;

// `problem_type` and `fmt_detail`: a literal, or what depends on a status code in a field.
pub use self::problem_type::{literal_type, type_with_status};
pub use crate::write::occurrence::write_standard_detail;
// What is known of the body at compile time.
pub use crate::write::json::Constant;

// Format strings: a width or precision that cannot panic, and values that are percent-encoded.
pub use self::count::capped;
pub use self::instance::{PercentEncoding, write_reference};
// `Maybe` finds out whether a field is an `Option`; the trait is for one that is not.
pub use self::optional::{Given, Maybe};

// One function for each way to write a member or a header field.
pub use self::members::{write_flattened, write_member};
pub use crate::write::header::{
    append_challenge, append_header, append_required_header, append_retry_after, append_static_header,
};

// `FromProblem`: the input and what tells its variants apart, the errors within others, and any other problem.
pub use crate::from_problem::{Attempts, Identity, Input, hold_details, read_nested, read_variant};
// Its fields: a member; a text (`Required` is for a field that is not an `Option`); and the default of either.
pub use crate::from_problem::{Member, Required, Wanted, or_default};

mod count;
mod instance;
mod members;
mod optional;
mod problem_type;
