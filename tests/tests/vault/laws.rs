//! Tests the rules that hold for every error of the service, without its HTTP server.

use crate::service::auth::{Tier, TokenError};
use crate::service::body::FieldFault;
use crate::service::error::{SecretGone, VaultError};
use crate::service::path::PathFault;
use crate::service::resource::Resource;
use crate::service::store::SaveError;
use http::StatusCode;
use http::header::{ACCEPT, HeaderMap, HeaderValue};
use problem_core::{FromProblem, Problem, ProblemDetails};
use problem_tests::{body, wire};
use std::collections::BTreeSet;
use std::io;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::time::Duration;
use tokio::runtime::Runtime;

/// A secret in every source and in every field that no attribute names.
const CANARY: &str = "c4n4ry";

#[test]
fn every_variant_is_tried() {
    let tried: BTreeSet<_> = errors().iter().map(name).collect();
    assert_eq!(tried, NAMES.iter().copied().collect());
}

#[test]
fn every_problem_is_lawful() {
    for error in errors() {
        problem_tests::assert_lawful(&error);
        for member in ["type", "title", "detail"] {
            let json: serde_json::Value = serde_json::from_slice(&error.to_json()).unwrap();
            assert!(!json[member].as_str().unwrap().is_empty(), "{member} of {error:?}");
        }
    }
}

#[test]
fn no_secret_is_sent() {
    let (mut with, mut without) = (BTreeSet::new(), BTreeSet::new());
    for error in errors() {
        let known = if format!("{error:?}").contains(CANARY) { &mut with } else { &mut without };
        known.insert(name(&error));
        let sent = format!("{:?} {:?} {:?}", error.to_response(), error.to_xml(), error.to_html());
        assert!(!sent.contains(CANARY), "{sent}");
    }
    // These variants contain no secret. All others do.
    assert_eq!(
        without.into_iter().collect::<Vec<_>>(),
        [
            "BodyTooLarge",
            "BodyTooSlow",
            "Deleted",
            "Expired",
            "InvalidBody",
            "InvalidField",
            "MethodNotAllowed",
            "Other",
            "ResourceNotFound",
            "TokenMissing",
            "TokenRejected",
            "TokenUnknown",
            "UsedUp",
        ]
    );
    assert_eq!(with.len(), 10);
}

#[test]
fn the_client_reads_back_the_error_that_was_sent() {
    for accept in ["application/problem+json", "application/problem+xml"] {
        let request = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]);
        for error in errors() {
            let response = error.respond(&request);
            assert_eq!(response.headers()["content-type"], accept);
            assert_same(&VaultError::from_problem_response(&response).unwrap().unwrap(), &error);
        }
    }
}

fn assert_same(read: &VaultError, error: &VaultError) {
    let holds_a_source = ["InvalidBody", "IncompleteBody", "Storage", "Crashed"].contains(&name(error));
    if holds_a_source || name(error) == "Other" {
        assert_eq!(body(read), body(&ProblemDetails::new(StatusCode::INTERNAL_SERVER_ERROR)));
        let VaultError::Other(details) = read else { panic!("{read:?}") };
        assert_eq!(body(&details.clone().forwarding(&[])), body(error));
    } else {
        assert_eq!(wire(read), wire(error));
        let is_same = name(read) == name(error) || matches!(error, VaultError::TokenRejected(_));
        assert!(is_same, "{error:?} {read:?}");
    }
    // The client does not get anything that was not sent.
    assert!(!format!("{read:?}").contains(CANARY), "{read:?}");
}

#[test]
fn the_log_gets_the_whole_error() {
    let source = io::Error::other(CANARY);
    let error = VaultError::Storage { incident: 7, source: SaveError { file: PathBuf::from("f"), source } };
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(error.to_string(), "incident 7");
    assert_eq!(source.to_string(), "cannot write f");
    assert_eq!(source.source().unwrap().to_string(), CANARY);
}

/// Names each variant. It does not compile if one is missing.
macro_rules! variants {
    ($($name:ident: $pattern:pat,)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        fn name(error: &VaultError) -> &'static str {
            match error {
                $($pattern => stringify!($name),)*
            }
        }
    };
}

variants! {
    InvalidPath: VaultError::InvalidPath { .. },
    InvalidBody: VaultError::InvalidBody(_),
    InvalidField: VaultError::InvalidField { .. },
    IncompleteBody: VaultError::IncompleteBody(_),
    BodyTooLarge: VaultError::BodyTooLarge { .. },
    BodyTooSlow: VaultError::BodyTooSlow { .. },
    TokenMissing: VaultError::TokenMissing,
    TokenRejected: VaultError::TokenRejected(None),
    TokenUnknown: VaultError::TokenRejected(Some(TokenError::Unknown)),
    TokenExpired: VaultError::TokenRejected(Some(TokenError::Expired { .. })),
    NotOwner: VaultError::NotOwner { .. },
    ResourceLimitExceeded: VaultError::ResourceLimitExceeded { .. },
    RouteNotFound: VaultError::RouteNotFound { .. },
    ResourceNotFound: VaultError::ResourceNotFound { .. },
    MethodNotAllowed: VaultError::MethodNotAllowed { .. },
    NameTaken: VaultError::NameTaken { .. },
    Expired: VaultError::Gone(SecretGone::Expired { .. }),
    Deleted: VaultError::Gone(SecretGone::Deleted { .. }),
    UsedUp: VaultError::Gone(SecretGone::UsedUp { .. }),
    RateLimited: VaultError::RateLimited { .. },
    Storage: VaultError::Storage { .. },
    Crashed: VaultError::Crashed(_),
    Other: VaultError::Other(_),
}

/// Returns one error of each variant.
fn errors() -> Vec<VaultError> {
    let canary = || CANARY.to_owned();
    let id = || "v1".to_owned();
    let path = || "api/key".to_owned();
    vec![
        VaultError::InvalidPath { path: canary(), fault: PathFault::DotSegment },
        VaultError::InvalidBody(serde_json::from_str::<bool>("maybe").unwrap_err()),
        VaultError::InvalidField { field: "name".to_owned(), fault: FieldFault::Empty },
        VaultError::IncompleteBody(CANARY.into()),
        VaultError::BodyTooLarge { limit: 1024 },
        VaultError::BodyTooSlow { seconds: 10 },
        VaultError::TokenMissing,
        VaultError::TokenRejected(None),
        VaultError::TokenRejected(Some(TokenError::Unknown)),
        VaultError::TokenRejected(Some(TokenError::Expired { user: CANARY })),
        VaultError::NotOwner { user: CANARY, owner: canary(), resource: Resource::Vault, id: id() },
        VaultError::ResourceLimitExceeded {
            user: CANARY,
            resource: Resource::Secret,
            current: 5,
            limit: 5,
            tier: Tier::Free,
        },
        VaultError::RouteNotFound { path: canary() },
        VaultError::ResourceNotFound { resource: Resource::Agent, id: id() },
        VaultError::MethodNotAllowed { allow: "GET, HEAD".to_owned() },
        VaultError::NameTaken { user: CANARY, resource: Resource::Vault, name: canary(), id: id() },
        SecretGone::Expired { path: path() }.into(),
        SecretGone::Deleted { path: path() }.into(),
        SecretGone::UsedUp { path: path(), max_access_count: 3 }.into(),
        VaultError::RateLimited { user: CANARY, burst: 50, wait: Duration::from_millis(1) },
        VaultError::Storage {
            incident: 1,
            source: SaveError { file: PathBuf::from(CANARY), source: io::Error::other(CANARY) },
        },
        VaultError::Crashed(panicked()),
        VaultError::Other(ProblemDetails::new(StatusCode::GONE).with_type("secret_eaten")),
    ]
}

/// Returns the error of a task that panicked with the canary.
fn panicked() -> tokio::task::JoinError {
    let runtime = Runtime::new().unwrap();
    // Unlike `panic!`, this does not write to the output of the test.
    let task = runtime.spawn(async { resume_unwind(Box::new(CANARY)) });
    runtime.block_on(task).map(|never: std::convert::Infallible| never).unwrap_err()
}
