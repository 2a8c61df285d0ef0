// The links in the README lead to docs.rs, because it is also shown elsewhere. The definitions below come before the
// README's own and replace them here.
#![doc = "[arguments]: guide::arguments"]
#![doc = "[clients]: guide::clients"]
#![doc = "[compile errors]: guide::compile_errors"]
#![doc = "[error crates]: guide::error_crates"]
#![doc = "[formats]: guide::formats"]
#![doc = "[frameworks]: guide::frameworks"]
#![doc = "[generated code]: guide::generated_code"]
#![doc = "[limits]: guide::limits"]
#![doc = "[migrating]: guide::migrating"]
#![doc = "[on the wire]: guide::on_the_wire"]
#![doc = "[performance]: guide::performance"]
#![doc = "[reading back]: guide::reading_back"]
#![doc = "[recipes]: guide::recipes"]
#![doc = "[request ids]: guide::request_ids"]
#![doc = "[the edge]: guide::edge"]
#![doc = ""]
// The README's program needs axum, so tests/guide runs it instead.
#![cfg_attr(not(doctest), doc = include_str!("../README.md"))]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The modules, from those that users call to those that the others are built on:
//
//   frameworks    the traits of web frameworks, so that handlers can return errors
//   client        the response to a call as a `Result` with the typed error
//   report        any problem behind one pointer
//   layer         the tower layer
//   panicked      panics that were caught
//   rejected      requests that a framework rejected
//   validation    errors in the fields of a request
//   from_problem  the typed error: its trait, and how a derived impl reads one
//   problem       the trait `Problem`
//   read          reads details from JSON, XML or a response
//   details       `ProblemDetails`: created, received or passed on
//   write         writes the body of a problem in each format, and the response
//   members       serialises extension members, and guards against faulty impls
//   format        media types, and the choice of a format by `Accept`
//   retry_after   reads and writes the header field
//   uri           resolves relative references against the URL of a response
//   guide         documentation for users
//   shared        the rules that problem-derive also applies, through a link to this directory
//
// One dependency points upwards: `write` and `details` name the trait `Problem`, whose provided methods call `write`
// and `read`.
//
// `private` lists the items that the expansions of the derives use, besides `frameworks`. Nothing else uses that
// module.

pub mod client;
mod details;
mod format;
mod frameworks;
mod from_problem;
pub mod guide;
#[cfg(feature = "tower")]
pub mod layer;
mod members;
#[cfg(any(feature = "poem-3", feature = "tower"))]
mod panicked;
mod private;
mod problem;
mod read;
#[cfg(any(
    feature = "actix-web-4",
    feature = "axum-08",
    feature = "poem-3",
    feature = "rocket-05",
    feature = "salvo-1",
    feature = "tonic-014",
    feature = "tower",
    feature = "warp-04"
))]
#[allow(dead_code, unreachable_pub, reason = "not every framework rejects requests by itself")]
mod rejected;
mod report;
mod retry_after;
#[allow(dead_code, reason = "some of it is for problem-derive only, or for some features only")]
mod shared;
mod uri;
pub mod validation;
mod write;

pub use crate::details::ProblemDetails;
pub use crate::format::Format;
pub use crate::from_problem::FromProblem;
pub use crate::members::Members;
pub use crate::problem::{Problem, ProblemType};
pub use crate::read::ReadError;
pub use crate::report::Report;
/// Implements [`FromProblem`](trait@FromProblem) and `TryFrom<ProblemDetails>` for an enum or a struct.
///
/// If a variant is marked `other`, it receives all unmatched problems.
/// The derive then implements `From<ProblemDetails>` instead of `TryFrom`.
///
/// The attributes are those of [`#[derive(Problem)]`](macro@Problem), but you can use either derive without the other.
/// The guide describes [every argument](guide::arguments) and [reading back](guide::reading_back).
///
/// # Examples
///
/// ```
/// use problem_core::{FromProblem, ProblemDetails};
///
/// #[derive(Debug, PartialEq, FromProblem)]
/// enum CreditError {
///     #[problem(type = "https://example.com/probs/out-of-credit")]
///     OutOfCredit {
///         #[problem(extension)]
///         balance: u32,
///     },
///     #[problem(status = 404)]
///     NotFound,
///     #[problem(other)]
///     Other(ProblemDetails),
/// }
///
/// let json = br#"{"type":"https://example.com/probs/out-of-credit","balance":30}"#;
/// let error = CreditError::from_problem_json(json)?;
/// assert_eq!(error, Ok(CreditError::OutOfCredit { balance: 30 }));
///
/// let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
/// assert_eq!(CreditError::from(details), CreditError::NotFound);
/// # Ok::<(), problem_core::ReadError>(())
/// ```
#[cfg(feature = "derive")]
pub use problem_derive::FromProblem;
/// Implements [`Problem`](trait@Problem) for an enum or a struct.
///
/// The arguments of `#[problem(...)]` are [below](#arguments).
/// The guide also describes [the generated code](guide::generated_code) and [compile errors](guide::compile_errors).
///
/// With the feature of a web framework, [its handlers can return the type](guide::frameworks).
/// If you implement the trait of a framework yourself, add [`manual`](#manual-and-into_response).
///
/// # Examples
///
/// ```
/// use problem_core::Problem;
///
/// #[derive(Debug, thiserror::Error, Problem)]
/// #[error("{used} of {limit} in use")]
/// #[problem(status = 403, type = "/problems/quota", title = "Quota Used Up")]
/// #[problem(detail = "{used} of {limit} used.")]
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
///
/// # Arguments
///
#[cfg_attr(not(doctest), doc = include_str!("guide/arguments.md"))]
#[cfg(feature = "derive")]
pub use problem_derive::Problem;

/// Turns the errors that actix-web 4 raises itself into problems.
///
/// The guide describes [the edge of a service](guide::edge).
#[cfg(feature = "actix-web-4")]
pub mod actix_web_4 {
    #[cfg(feature = "actix-web-4-json")]
    pub use crate::frameworks::actix_web_4::Json;
    pub use crate::frameworks::actix_web_4::{
        default_service, error_handler, json_config, path_config, query_config,
    };
    pub use crate::rejected::Rejected;
}

/// Turns the rejections of axum 0.8's extractors into problems.
///
/// The guide describes [the edge of a service](guide::edge).
#[cfg(feature = "axum-08-json")]
pub mod axum_08 {
    pub use crate::frameworks::axum_08::Json;
    pub use crate::rejected::Rejected;
}

/// Turns the errors that poem 3 raises itself into problems.
///
/// The guide describes [the edge of a service](guide::edge).
#[cfg(feature = "poem-3")]
pub mod poem_3 {
    pub use crate::frameworks::poem_3::{catch_all, panic_response};
    pub use crate::rejected::Rejected;
}

/// Turns the errors that rocket 0.5 raises itself into problems.
///
/// The guide describes [the edge of a service](guide::edge).
#[cfg(feature = "rocket-05")]
pub mod rocket_05 {
    pub use crate::frameworks::rocket_05::catchers;
    pub use crate::rejected::Rejected;
}

/// Turns the errors that salvo 1 raises itself into problems.
///
/// The guide describes [the edge of a service](guide::edge).
#[cfg(feature = "salvo-1")]
pub mod salvo_1 {
    pub use crate::frameworks::salvo_1::Catcher;
    pub use crate::rejected::Rejected;
}

#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;

    pub mod frameworks {
        pub use crate::frameworks::*;
    }
}
