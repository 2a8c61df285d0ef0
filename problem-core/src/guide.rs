//! The guide, one page per topic.
//!
//! Sending problems:
//!
//! - [Arguments](arguments): every argument of `#[problem(...)]`, by position. It is also the documentation of the
//!   [derive macro](macro@crate::Problem).
//! - [Frameworks](frameworks): handlers that return the error in axum, actix-web, poem, rocket, salvo, tonic and warp,
//!   and in any other framework.
//! - [Formats](formats): JSON, XML or an HTML page, as the request prefers.
//! - [The edge](edge): problems for unknown routes, rejected bodies, timeouts and panics.
//! - [Request ids](request_ids): a request id, a trace id or an instance on every problem.
//! - [On the wire](on_the_wire): the order and the content of a response, and what happens to a value that cannot be
//!   sent.
//!
//! Receiving problems:
//!
//! - [Clients](clients): how to get the typed error from reqwest, ureq, hyper or another HTTP client, and how a gateway
//!   passes a problem on.
//! - [Reading back](reading_back): how `FromProblem` chooses a variant and fills its fields.
//!
//! Answers to questions:
//!
//! - [Compile errors](compile_errors): the most likely errors, each with its fix and the reason.
//! - [Recipes](recipes): error codes, legacy bodies, an enum per crate, unique violations, and more.
//! - [Error crates](error_crates): thiserror, snafu, derive_more, anyhow and eyre, or none of them.
//! - [Migrating](migrating): from a hand-written `IntoResponse`, from anyhow, or from another crate.
//! - [Generated code](generated_code): what the derives expand to.
//! - [Limits](limits): what this crate does not do.
//! - [Performance](performance): all results of the benchmarks, and how they were measured.

// A page whose code needs more than the dependencies of this crate is tested in tests/guide, and only there.

// Also the documentation of the derive macro, which does not test it again.
#[doc = include_str!("guide/arguments.md")]
pub mod arguments {}
#[cfg_attr(not(doctest), doc = include_str!("guide/clients.md"))]
pub mod clients {}
#[doc = include_str!("guide/compile_errors.md")]
pub mod compile_errors {}
#[cfg_attr(not(doctest), doc = include_str!("guide/edge.md"))]
pub mod edge {}
#[cfg_attr(not(doctest), doc = include_str!("guide/error_crates.md"))]
pub mod error_crates {}
#[doc = include_str!("guide/formats.md")]
pub mod formats {}
#[cfg_attr(not(doctest), doc = include_str!("guide/frameworks.md"))]
pub mod frameworks {}
#[doc = include_str!("guide/generated_code.md")]
pub mod generated_code {}
#[doc = include_str!("guide/limits.md")]
pub mod limits {}
#[cfg_attr(not(doctest), doc = include_str!("guide/migrating.md"))]
pub mod migrating {}
#[doc = include_str!("guide/on_the_wire.md")]
pub mod on_the_wire {}
#[doc = include_str!("guide/performance.md")]
pub mod performance {}
#[doc = include_str!("guide/reading_back.md")]
pub mod reading_back {}
#[cfg_attr(not(doctest), doc = include_str!("guide/recipes.md"))]
pub mod recipes {}
#[cfg_attr(not(doctest), doc = include_str!("guide/request_ids.md"))]
pub mod request_ids {}
