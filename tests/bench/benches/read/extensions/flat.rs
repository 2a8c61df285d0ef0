//! Extension members that are texts and numbers.

use super::Contender;
use crate::by_hand::Body;
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
    let [extension, extensions] = match input {
        "texts with escapes" => [1.30, 1.30],
        "unknown members" => [2.15, 2.10],
        _ => [1.25, 1.25],
    };
    match contender {
        EXTENSION => Some(extension),
        EXTENSIONS => Some(extensions),
        _ => None,
    }
}

fn by_hand(json: &Bytes) -> Option<u64> {
    let body = Body::read(json);
    Some(sum(body.detail.as_deref()?, body.current?, body.limit?, body.tier.as_deref()?))
}

fn with_extension(json: &Bytes) -> Option<u64> {
    let details = ProblemDetails::from_json(json).expect("the body is a problem");
    let tier: String = details.extension("tier")?;
    Some(sum(details.detail()?, details.extension("current")?, details.extension("limit")?, &tier))
}

fn with_extensions(json: &Bytes) -> Option<u64> {
    let details = ProblemDetails::from_json(json).expect("the body is a problem");
    sum_of_values(details.detail()?, |name| details.extensions().get(name))
}

fn with_problem_details(json: &Bytes) -> Option<u64> {
    let details: problem_details::ProblemDetails<Map<String, Value>> =
        serde_json::from_slice(json).expect("the body is a problem");
    sum_of_values(details.detail.as_deref()?, |name| details.extensions.get(name))
}

fn with_http_api_problem(json: &Bytes) -> Option<u64> {
    let problem: HttpApiProblem = serde_json::from_slice(json).expect("the body is a problem");
    sum_of_values(problem.detail.as_deref()?, |name| problem.json_value(name))
}

fn sum_of_values<'a>(detail: &str, value: impl Fn(&str) -> Option<&'a Value>) -> Option<u64> {
    Some(sum(detail, value("current")?.as_u64()?, value("limit")?.as_u64()?, value("tier")?.as_str()?))
}

/// Uses each member once. The sum shows that all contenders have read the same.
fn sum(detail: &str, current: u64, limit: u64, tier: &str) -> u64 {
    let lengths = detail.len() + 10 * tier.len();
    current.wrapping_add(limit / 3).wrapping_add(lengths as u64)
}
