//! The hidden items that expansions of the derives use, besides the public items and `frameworks`.
//!
//! Do not use them by hand. The comments below say why each of them is needed.
//! Expansions name items of std by their paths in `core`.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and their rules are documented at the methods of `Problem`"
)]

/// The types of the http crate in signatures and constants. A user's crate need not depend on http itself.
pub mod http {
    // rustc lists `StatusCode` among the possible types of a `status` field, because it can be named by this path.
    pub use ::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
}

// The traits that a field must implement to be written or read. Calls and the bounds of impls name them.
pub use crate::from_problem::{ReadMember, ReadStatus, ReadText};
pub use crate::retry_after::{ReadRetryAfter, RetryAfter};
pub use serde::Serialize;

// For `problem_type` and `fmt_detail`: a literal, or a type and a sentence for the status code in a field.
pub use self::problem_type::{literal_type, type_with_status};
pub use crate::write::occurrence::{write_given_detail, write_standard_detail};
// For `transparent`. `Inner` detects whether a field is a report. The trait `AnyInner` handles any other problem.
pub use self::inner::{AnyInner, Inner, inner_problem};
// The part of the body that is known at compile time.
pub use crate::write::json::Constant;

// For format strings: a width or precision that cannot cause a panic, and percent-encoded values.
pub use self::count::capped;
pub use self::instance::{PercentEncoding, write_reference};
// Integers have a method that leaves them as they are. The trait `Encoded` handles all other values.
pub use self::instance::Encoded;
// `Maybe` detects whether a field is an `Option`. The trait `Given` handles a field that is not.
pub use self::optional::{Given, Maybe};

// Finds errors that the name of the type does not show, such as one behind an alias.
pub use self::probe::{NotAnError, Probe};

// One function for each way to write a member or a header field.
pub use self::members::{begin_members, write_constant_member, write_flattened, write_member};
pub use crate::write::header::{
    append_absent, append_challenge, append_fallback_challenge, append_header, append_required_header,
    append_retry_after, append_valid_header,
};

// For `FromProblem`: the input, the identities of the variants, errors within other errors, and unmatched problems.
pub use crate::from_problem::{
    Attempts, Identity, Input, hold_details, read_nested, read_nested_with, read_variant,
};
// For the fields that `FromProblem` reads: a member, a text, and the default of either. `Required` handles a text field
// that is not an `Option`.
pub use crate::from_problem::{Member, Required, Wanted, or_default};

mod count;
mod inner;
mod instance;
mod members;
mod optional;
mod probe;
mod problem_type;
