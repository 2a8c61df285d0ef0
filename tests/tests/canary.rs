//! Tests that nothing reaches a client unless an attribute names it.

#![allow(clippy::unused_self, reason = "the arguments ask for methods of this form")]

use http::StatusCode;
use problem_core::{Problem, ProblemDetails, Report};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;

/// A secret in every source, in every field that no attribute names, and in every `Display` text not asked for.
const CANARY: &str = "c4n4ry";

#[derive(Debug, serde::Serialize, thiserror::Error)]
#[error("{0}")]
struct Source(&'static str);

#[derive(Debug, thiserror::Error, Problem)]
#[error("{CANARY}: {0}")]
#[problem(status = 403)]
struct Inner(Source, #[problem(extension = "named")] u8);

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display, challenge = "Bearer", header("x-enum" = "{{}}"), rename_all = "camelCase")]
enum Discreet {
    #[error("displayed")]
    #[problem(status = 404)]
    Displayed(Source),
    #[error("{0}")]
    #[problem(status = 500)]
    ServerError(Source),
    #[error("{0}")]
    #[problem(status = 401)]
    BySource(#[source] Source),
    #[error("{0}")]
    #[problem(status = 400)]
    ByFrom(#[from] Source),
    #[error("{source} {secret}")]
    #[problem(status = 400)]
    ByName { source: Source, secret: &'static str },
    #[error("{source:?}")]
    #[problem(status = 400)]
    ByOption { source: Option<Box<dyn Error + Send + Sync>> },
    #[error("{cause}")]
    #[problem(status = 400)]
    ByOurs {
        #[problem(source)]
        cause: Source,
    },
    #[error(transparent)]
    #[problem(status = 400)]
    ByTransparentError(Box<dyn Error + Send + Sync>),
    #[error("{0} {1}")]
    #[problem(detail = "status {0}")]
    StatusField(#[problem(status)] StatusCode, Source),
    #[error("{width} {secret} {more_secrets:?}")]
    #[problem(
        status = 403,
        detail = "{named:>width$}",
        instance = "/{named}",
        header("x-named" = "{named}"),
        type = "/t"
    )]
    Templates {
        #[problem(extension)]
        named: u8,
        width: usize,
        secret: &'static str,
        more_secrets: BTreeMap<String, Source>,
    },
    #[error("{0:?} {1:?}")]
    #[problem(status = 500)]
    Members(#[problem(flatten)] BTreeMap<&'static str, u8>, Vec<Source>),
    #[error("{0}")]
    #[problem(transparent)]
    Nested(#[source] Inner),
    #[error("{0}")]
    #[problem(transparent)]
    Boxed(#[source] Box<Inner>),
    #[error("{CANARY}")]
    #[problem(transparent)]
    Details(ProblemDetails),
}

/// thiserror applies the `#[error]` of the enum to each variant that does not have its own.
#[derive(Debug, thiserror::Error, Problem)]
#[error(transparent)]
#[problem(display, status = 404)]
enum TransparentError {
    Tuple(Source),
    Named {
        inner: Source,
    },
    #[error("displayed")]
    Own(Source),
}

/// An error that only the name of its type reveals.
#[derive(Debug, serde::Serialize, thiserror::Error)]
#[error("{0}")]
struct DbError(&'static str);

type Alias = DbError;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(types = "kebab-case", display, extension("code" = Self::code), header("x-code" = Self::code))]
enum Unmarked {
    #[error("displayed")]
    #[problem(status = 404)]
    Displayed(Alias, u8),
    #[error("{0}")]
    #[problem(status = 404, detail = "constant")]
    OwnDetail(DbError),
    #[error("{0}")]
    #[problem(status = 404, detail = Self::text, instance = Self::nothing, header("x-text" = Self::text))]
    Method(Box<DbError>),
    #[error("{cause}")]
    #[problem(status = 404)]
    FieldDetail {
        #[problem(detail)]
        public: u8,
        cause: Alias,
    },
    #[error("{0:?}")]
    #[problem(status = 500)]
    C4n4ryInTheName(DbError),
    #[error("{0:?}")]
    Status(#[problem(status = status)] DbError),
    #[error("{secret} {error}")]
    Context {
        #[problem(transparent)]
        error: Inner,
        #[problem(extension)]
        public: u8,
        secret: &'static str,
    },
    #[error("{0}")]
    Reported(#[problem(transparent)] Report, u8),
}

impl Unmarked {
    fn code(&self) -> u8 {
        1
    }

    fn text(&self) -> &'static str {
        "text"
    }

    fn nothing(&self) -> Option<&'static str> {
        None
    }
}

fn status(_: &DbError) -> u16 {
    502
}

fn unmarked() -> Vec<Unmarked> {
    let error = || DbError(CANARY);
    vec![
        Unmarked::Displayed(error(), 1),
        Unmarked::OwnDetail(error()),
        Unmarked::Method(Box::new(error())),
        Unmarked::FieldDetail { public: 1, cause: error() },
        Unmarked::C4n4ryInTheName(error()),
        Unmarked::Status(error()),
        Unmarked::Context { error: Inner(Source(CANARY), 1), public: 1, secret: CANARY },
        Unmarked::Reported(Report::internal(error()), 1),
    ]
}

fn errors() -> Vec<Discreet> {
    let source = || Source(CANARY);
    vec![
        Discreet::Displayed(source()),
        Discreet::ServerError(source()),
        Discreet::BySource(source()),
        Discreet::ByFrom(source()),
        Discreet::ByName { source: source(), secret: CANARY },
        Discreet::ByOption { source: Some(source().into()) },
        Discreet::ByOurs { cause: source() },
        Discreet::ByTransparentError(source().into()),
        Discreet::StatusField(StatusCode::NOT_FOUND, source()),
        Discreet::StatusField(StatusCode::UNAUTHORIZED, source()),
        Discreet::Templates {
            named: 1,
            width: 3,
            secret: CANARY,
            more_secrets: BTreeMap::from([(CANARY.to_owned(), source())]),
        },
        Discreet::Members(BTreeMap::from([("shown", 1)]), vec![source()]),
        Discreet::Nested(Inner(source(), 1)),
        Discreet::Boxed(Box::new(Inner(source(), 1))),
        Discreet::Details(ProblemDetails::new(StatusCode::GONE)),
    ]
}

#[test]
fn no_secret_reaches_the_client() {
    let source = || Source(CANARY);
    let transparent = [
        TransparentError::Tuple(source()),
        TransparentError::Named { inner: source() },
        TransparentError::Own(source()),
    ];
    let discreet = errors();
    let discreet = discreet.iter().map(|error| error as &dyn Problem);
    let unmarked = unmarked();
    let unmarked = unmarked.iter().map(|error| error as &dyn Problem);
    for error in transparent.iter().map(|error| error as &dyn Problem).chain(discreet).chain(unmarked) {
        let wire = problem_tests::wire(error);
        // A title splits a name into words.
        assert!(!wire.to_lowercase().replace([' ', '-'], "").contains(CANARY), "{wire}");
        assert!(format!("{error:?} {error}").contains(CANARY), "the error contains no secret: {error:?}");
    }
}
