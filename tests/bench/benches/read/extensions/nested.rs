//! An extension member that is a list of objects.

use super::Contender;
use crate::by_hand::Body;
use crate::error::FieldError;
use bytes::Bytes;
use http_api_problem::HttpApiProblem;
use problem_core::ProblemDetails;
use serde_json::{Map, Value};

/// The contenders. The others are compared with the first one.
pub(super) static CONTENDERS: [Contender; 5] = [
    ("hand-written", by_hand),
    (EXTENSION, with_extension),
    (EXTENSIONS, with_extensions),
    ("problem_details 0.11", with_problem_details),
    ("http-api-problem 0.60", with_http_api_problem),
];

const EXTENSION: &str = "from_json, extension";
const EXTENSIONS: &str = "from_json, extensions";

/// How long our contenders may take, relative to the code by hand.
///
/// Reading extension members must not become slower than it was when a problem was read with all its members.
pub(super) fn bar(input: &str, contender: &str) -> Option<f64> {
    let [extension, extensions] = if input == "30 objects" { [2.65, 2.20] } else { [2.10, 1.95] };
    match contender {
        EXTENSION => Some(extension),
        EXTENSIONS => Some(extensions),
        _ => None,
    }
}

fn by_hand(json: &Bytes) -> Option<u64> {
    let body = Body::read(json);
    Some(sum(body.detail.as_deref()?, &body.errors?))
}

fn with_extension(json: &Bytes) -> Option<u64> {
    let details = ProblemDetails::from_json(json).expect("the body is a problem");
    let errors: Vec<FieldError> = details.extension("errors")?;
    Some(sum(details.detail()?, &errors))
}

fn with_extensions(json: &Bytes) -> Option<u64> {
    let details = ProblemDetails::from_json(json).expect("the body is a problem");
    sum_of_values(details.detail()?, details.extensions().get("errors")?)
}

fn with_problem_details(json: &Bytes) -> Option<u64> {
    let details: problem_details::ProblemDetails<Map<String, Value>> =
        serde_json::from_slice(json).expect("the body is a problem");
    sum_of_values(details.detail.as_deref()?, details.extensions.get("errors")?)
}

fn with_http_api_problem(json: &Bytes) -> Option<u64> {
    let problem: HttpApiProblem = serde_json::from_slice(json).expect("the body is a problem");
    sum_of_values(problem.detail.as_deref()?, problem.json_value("errors")?)
}

/// Uses each value once. The sum shows that all contenders have read the same.
fn sum(detail: &str, errors: &[FieldError]) -> u64 {
    let of_error = |error: &FieldError| {
        let lengths = error.pointer.len() + 10 * error.detail.len();
        lengths as u64 + error.rejected.length + error.rejected.allowed.iter().sum::<u64>()
    };
    detail.len() as u64 + errors.iter().map(of_error).sum::<u64>()
}

/// Returns what [`sum`] returns for the same values, without copying any of them.
fn sum_of_values(detail: &str, errors: &Value) -> Option<u64> {
    let of_error = |error: &Value| {
        let lengths = error.get("pointer")?.as_str()?.len() + 10 * error.get("detail")?.as_str()?.len();
        let rejected = error.get("rejected")?;
        let allowed: Option<u64> = rejected.get("allowed")?.as_array()?.iter().map(Value::as_u64).sum();
        Some(lengths as u64 + rejected.get("length")?.as_u64()? + allowed?)
    };
    let of_errors: Option<u64> = errors.as_array()?.iter().map(of_error).sum();
    Some(detail.len() as u64 + of_errors?)
}
