//! `#[derive(FromProblem)]`: from a problem back to the typed error.

use http::StatusCode;
use problem_core::{FromProblem, Problem, ProblemDetails};
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
#[problem(challenge = "Bearer")]
enum Every {
    #[error("unit")]
    #[problem(status = 404)]
    Unit,
    #[error("members")]
    #[problem(status = 403, type = "resource_limit_exceeded", detail = "{current} of {limit}")]
    Members {
        #[problem(extension)]
        current: u32,
        #[problem(extension)]
        limit: u32,
        #[problem(extension)]
        tier: Option<String>,
        #[problem(default)]
        user: String,
    },
    #[error("tuple")]
    #[problem(status = 400, type = "https://e.org/tuple")]
    Tuple(#[problem(extension = "first")] String, #[problem(flatten)] BTreeMap<String, u32>),
    #[error("headers")]
    #[problem(status = 405, header("allow" = "{allow}"))]
    Headers {
        allow: String,
        #[problem(header = "x-number")]
        number: u8,
        #[problem(header = "x-option")]
        option: Option<String>,
        #[problem(retry_after)]
        wait: Duration,
        #[problem(instance)]
        instance: Option<String>,
    },
    #[error("any")]
    Any {
        #[problem(status)]
        status: StatusCode,
    },
    #[error(transparent)]
    #[problem(transparent)]
    Inner(Inner),
    #[error(transparent)]
    #[problem(other)]
    Other(Box<ProblemDetails>),
}

#[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("inner")]
#[problem(status = 409, type = "inner")]
struct Inner(#[problem(extension = "inner_number")] i64);

#[test]
fn every_kind() {
    let errors = [
        Every::Unit,
        Every::Members { current: 3, limit: 4, tier: None, user: String::new() },
        Every::Tuple("first".to_owned(), BTreeMap::from([("abc".to_owned(), 1), ("def".to_owned(), 2)])),
        Every::Headers {
            allow: "GET, HEAD".to_owned(),
            number: 7,
            option: None,
            wait: Duration::from_secs(5),
            instance: Some("/a".to_owned()),
        },
        Every::Any { status: StatusCode::BAD_GATEWAY },
        Every::Inner(Inner(-5)),
        Every::Other(Box::new(
            ProblemDetails::new(StatusCode::GONE).with_type("urn:x:y").with_title("T").with_detail("d"),
        )),
    ];
    for error in errors {
        let response = error.to_response();
        assert_eq!(Every::from_problem_response(&response).unwrap(), Ok(error.clone()));
        let details = ProblemDetails::from_response(&response).unwrap();
        assert_eq!(Every::from(details), error);
    }
}
