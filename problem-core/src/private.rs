//! All that an expansion of the derives names, and nothing that a person should.
//!
//! What std has, an expansion names by its path in `core`. Every name here has its reason beside it.

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

// What a field must do to be written or read. rustc's errors name these traits, and so do the bounds of an impl.
pub use crate::from_problem::{ReadMember, ReadStatus, ReadText};
pub use crate::retry_after::{ReadRetryAfter, RetryAfter};
pub use serde::Serialize;

// `problem_type` and `fmt_detail`: a literal, or what depends on a status code in a field.
pub use self::status::{literal_type, type_with_status, write_standard_detail};
// What is known of the body at compile time.
pub use crate::write::json::Constant;

// Format strings: a width or precision that cannot panic, and values that are percent-encoded.
pub use self::capped::capped;
pub use self::instance::{PercentEncoding, write_reference};
// A field that may be an `Option`; the trait is for the rest.
pub use self::optional::{Given, Maybe};

// One function for each way to write a member or a header field.
pub use self::header::{append_challenge, append_header, append_required_header, append_static_header};
pub use self::members::{write_flattened, write_member};
pub use crate::retry_after::append_retry_after;

// `FromProblem`: the input and what tells its variants apart, the errors within others, and any other problem.
pub use crate::from_problem::{Attempts, Input, Key, hold_details, read_nested, read_variant};
// Its fields: a member, a text that is required, or wanted as an `Option`, and the default of any of these.
pub use crate::from_problem::{Member, Required, Wanted, or_default};

mod capped;
mod header;
mod instance;
mod members;
mod optional;
mod status;
