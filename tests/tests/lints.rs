//! Tests that the expansion triggers no lint in a crate that denies them. `cargo clippy` also checks this file.

#![deny(
    warnings,
    missing_docs,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    let_underscore_drop,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unreachable_pub,
    unused_crate_dependencies,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![allow(unused_crate_dependencies, reason = "the dependencies are those of every test in this package")]

use problem_core::{FromProblem, Problem, ProblemDetails, Report};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::marker::PhantomData;
use std::time::{Duration, SystemTime};

#[derive(Debug, serde::Serialize)]
struct Private<T>(T);

/// Variants that lead to identical match arms in every method.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(challenge = "Bearer", display, rename_all = "camelCase", header("x-enum" = "1"))]
pub enum Alike {
    /// A unit variant.
    #[error("one")]
    #[problem(status = 404)]
    One,
    /// An identical unit variant.
    #[error("two")]
    #[problem(status = 404)]
    Two,
    /// A variant with a field.
    #[error("three")]
    #[problem(status = 429, detail = "{0}", instance = "/{0}", header("x-a" = "{0}"))]
    Three(#[problem(extension = "number", retry_after)] u64),
    /// An identical variant with a field of the same type.
    #[error("four")]
    #[problem(status = 429, detail = "{0}", instance = "/{0}", header("x-a" = "{0}"))]
    Four(#[problem(extension = "number", retry_after)] u64),
    /// The status code in a field.
    #[error("five")]
    Five(#[problem(status)] http::StatusCode),
    /// The status code in a field again.
    #[error("six")]
    Six(#[problem(status)] http::StatusCode),
    /// An inner problem.
    #[error(transparent)]
    #[problem(transparent)]
    Seven(#[from] Alone),
    /// The same inner problem.
    #[error(transparent)]
    #[problem(transparent)]
    Eight(Alone),
    /// Fields that the expansion does not name.
    #[error("nine")]
    #[problem(status = 401)]
    Nine {
        /// A field without an attribute.
        one: u8,
        /// A header field.
        #[problem(header = "x-two")]
        two: Option<u8>,
        /// The whole instance.
        #[problem(instance)]
        instance: Option<&'static str>,
        /// Any other members.
        #[problem(flatten)]
        more: BTreeMap<String, u8>,
    },
}

/// A struct.
#[derive(Debug, thiserror::Error, Problem)]
#[error("alone")]
#[problem(status = 503, detail = "Back in {delay:?}", header("cache-control" = "no-store"))]
pub struct Alone {
    /// How long the service is down.
    #[problem(retry_after)]
    pub delay: Duration,
    #[problem(extension)]
    private: Private<u8>,
}

/// Generic in every way.
#[derive(Debug, Problem)]
#[problem(status = 409, type = "/generic", detail = "{value} of {text:?}", instance = "/{value:?}")]
pub struct Generic<'a, T, U: ?Sized, const N: usize = 1>
where
    T: Clone,
{
    #[problem(flatten)]
    private: Private<T>,
    /// Formatted and serialised.
    #[problem(extension)]
    pub value: T,
    /// Neither formatted nor serialised.
    pub marker: PhantomData<U>,
    /// Borrowed, and behind a private type.
    #[problem(header = "x-text")]
    pub text: Option<&'a str>,
    /// An array of `N` bytes.
    pub array: [u8; N],
}

/// Bounds that the expansion also infers.
#[derive(Debug, thiserror::Error, Problem)]
#[error("bounded")]
#[problem(status = 409, detail = "{text:?}", header("x-text" = "{text:?}"))]
pub struct Bounded<T: Debug, U: Debug + serde::Serialize> {
    /// Formatted.
    pub text: T,
    /// Serialised.
    #[problem(extension)]
    pub value: U,
}

/// Everything that can be read back.
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("read")]
pub enum Read<T: Debug + serde::Serialize> {
    /// Read from members.
    #[problem(status = 404, type = "/members")]
    Members {
        /// Bounded by the type and by the expansion.
        #[problem(extension)]
        value: T,
        /// May be absent.
        #[problem(extension, default)]
        default: Option<u8>,
    },
    /// Read from header fields.
    #[problem(status = 429, header("x-text" = "{text}"))]
    Headers {
        /// Read through a template.
        text: String,
        /// Read from a field of its own.
        #[problem(header = "x-number")]
        number: Option<u8>,
        /// The time to wait.
        #[problem(retry_after)]
        wait: Duration,
    },
    /// Read from everything else.
    #[problem(type = "/rest")]
    Rest {
        /// The other members.
        #[problem(flatten)]
        entries: BTreeMap<String, u8>,
        /// The instance.
        #[problem(instance)]
        instance: String,
        /// The status code.
        #[problem(status)]
        status: http::StatusCode,
    },
    /// Read as another error.
    #[problem(transparent)]
    Inner(Box<ReadInner>),
    /// Only sent, never read.
    #[problem(status = 500, skip_deserializing)]
    Skipped(#[source] fmt::Error),
    /// Any other problem.
    #[problem(other)]
    Other(ProblemDetails),
}

/// An error that is read back as part of another one.
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("inner")]
#[problem(status = 409, type = "/inner")]
pub struct ReadInner;

/// Values that no field holds, and values from methods.
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("values")]
#[problem(types = "kebab-case", extension("code" = Self::code), extension("svc" = "vault"), header("x-a" = Self::code))]
pub enum Values {
    /// Constants of every kind.
    #[problem(status = 404, extension("one" = 1), extension("yes" = true), extension("limit" = u8::MAX))]
    Constants,
    /// Methods everywhere.
    #[problem(status = 405, detail = Self::text, instance = place, header("allow" = Self::text))]
    Methods,
    /// A template over a field.
    #[problem(status = 409, extension("text" = "{number}"))]
    Template {
        /// The field.
        #[problem(extension)]
        number: u8,
    },
    /// A status from inside.
    #[problem(type = "/status")]
    Status(
        /// Its status counts.
        #[problem(status = http::StatusCode::as_u16, default)]
        http::StatusCode,
        /// The detail.
        #[problem(detail)]
        String,
    ),
    /// A number.
    Number(
        /// Any status code.
        #[problem(status)]
        u16,
    ),
    /// An inner problem with context.
    Context {
        /// The inner problem.
        #[problem(transparent)]
        inner: ReadInner,
        /// More members.
        #[problem(extension)]
        attempt: u8,
        /// Context for the log.
        #[problem(default)]
        line: u32,
    },
}

impl Values {
    const fn code(&self) -> u8 {
        match self {
            Self::Constants => 1,
            _ => 2,
        }
    }

    fn text(&self) -> String {
        self.code().to_string()
    }
}

const fn place(_: &Values) -> Option<&'static str> {
    None
}

/// A report with context.
#[derive(Debug, thiserror::Error, Problem)]
#[error("{report}")]
pub struct Reported {
    /// The report.
    #[problem(transparent)]
    pub report: Report,
    /// When to return.
    #[problem(retry_after)]
    pub at: SystemTime,
}

/// Deprecated as a whole and in its parts.
#[deprecated]
#[derive(Debug, Problem, FromProblem)]
#[problem(status = 410)]
pub enum Old {
    /// A deprecated variant.
    #[deprecated]
    #[problem(detail = "{field}")]
    Variant {
        /// A deprecated field.
        #[deprecated]
        #[problem(extension)]
        field: u8,
    },
}

impl<T: Clone + Debug, U: ?Sized, const N: usize> Display for Generic<'_, T, U, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("generic")
    }
}

impl<T: Clone + Debug, U: ?Sized, const N: usize> Error for Generic<'_, T, U, N> where Self: Debug {}

#[allow(deprecated, reason = "the impls below belong to the test and not to the expansion")]
mod old {
    use super::{Display, Error, Old, fmt};

    impl Display for Old {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("old")
        }
    }

    impl Error for Old {}
}

#[test]
fn the_types_above_are_problems() {
    fn is_problem<T: Problem>() {}
    is_problem::<Alike>();
    is_problem::<Alone>();
    is_problem::<Generic<'_, u8, u8>>();
    is_problem::<Bounded<u8, u8>>();
    is_problem::<Values>();
    is_problem::<Reported>();
}
