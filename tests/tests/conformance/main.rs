//! Tests the requirements of RFC 9457 and the RFCs behind it for a consumer, and for a producer that negotiates a
//! format.
//!
//! Most tests cover requirements that are numbered as rows. The numbers only identify them in names and messages.

mod bodies;
mod members;
mod negotiation;
mod responses;
mod types;
mod uris;
mod xml;

use http::{HeaderValue, Response, StatusCode};
use problem_core::{FromProblem, ProblemDetails, ReadError};
use serde_json::Value;

/// A body, and the details that are read from it.
struct Case {
    row: u16,
    section: &'static str,
    json: &'static str,
    /// All members of the details, as JSON.
    expected: &'static str,
}

const fn case(row: u16, section: &'static str, json: &'static str, expected: &'static str) -> Case {
    Case { row, section, json, expected }
}

/// The errors of a client. Only the type tells them apart, or the status code if the type is `about:blank`.
#[derive(Debug, PartialEq, FromProblem)]
enum Known {
    #[problem(type = "https://example.com/probs/out-of-credit")]
    OutOfCredit {
        #[problem(extension)]
        balance: Option<i64>,
        #[problem(extension)]
        cost: i64,
    },
    #[problem(type = "https://iana.org/assignments/http-problem-types#date")]
    Date,
    #[problem(type = "https://iana.org/assignments/http-problem-types#ohttp-key")]
    OhttpKey,
    #[problem(type = "urn:ietf:params:acme:error:malformed")]
    Malformed,
    #[problem(type = "tag:example@example.org,2021-09-17:OutOfLuck")]
    OutOfLuck,
    #[problem(type = "example-problem")]
    Relative,
    #[problem(status = 404)]
    NotFound,
}

/// A full example from RFC 9457, section 3.
const OUT_OF_CREDIT: &str = concat!(
    r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","#,
    r#""status":403,"detail":"Your current balance is 30, but that costs 50.","#,
    r#""instance":"/account/12345/msgs/abc","balance":30,"cost":50,"#,
    r#""accounts":["/account/12345","/account/67890"]}"#,
);

fn read(json: &str) -> ProblemDetails {
    ProblemDetails::from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{error:?}: {json}"))
}

fn members(details: &ProblemDetails) -> Value {
    serde_json::to_value(details).unwrap()
}

fn assert_cases(cases: &[Case]) {
    for Case { row, section, json, expected } in cases {
        let expected: Value = serde_json::from_str(expected).unwrap();
        assert_eq!(members(&read(json)), expected, "row {row}, {section}: {json}");
    }
}

/// Reads the typed error in one step and in two steps, and checks that both agree.
fn typed(json: &str) -> Result<Known, ProblemDetails> {
    let typed = Known::from_problem_json(json.as_bytes()).unwrap();
    assert_eq!(typed, Known::from_problem(read(json)), "{json}");
    typed
}

/// Returns the name of the error.
fn name(error: &ReadError) -> &'static str {
    match error {
        ReadError::MediaType(_) => "MediaType",
        ReadError::Json(_) => "Json",
        ReadError::NotAnObject => "NotAnObject",
        ReadError::Empty => "Empty",
        error => panic!("{error:?}"),
    }
}

/// Returns the name of the error, and checks that both ways to read the text return the same one.
fn error_of(json: &[u8]) -> &'static str {
    let text = String::from_utf8_lossy(&json[..json.len().min(80)]);
    let error = name(&ProblemDetails::from_json(json).expect_err(&text));
    assert_eq!(name(&Known::from_problem_json(json).expect_err(&text)), error, "{text}");
    error
}

fn response(status: u16, content_type: &[u8], json: &str) -> Response<String> {
    let mut response = Response::new(json.to_owned());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response.headers_mut().insert("content-type", HeaderValue::from_bytes(content_type).unwrap());
    response
}

fn from_response(status: u16, json: &str) -> ProblemDetails {
    ProblemDetails::from_response(&response(status, b"application/problem+json", json)).unwrap()
}
