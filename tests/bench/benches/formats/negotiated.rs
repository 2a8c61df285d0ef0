//! The cost of choosing JSON: responses that ignore the request, and responses for common values of `Accept`.

use crate::cases::{self, Written};
use crate::common::comparison::Comparison;
use crate::request;
use crate::writing::input::Input;
use bytes::Bytes;
use http::Response;
use http::header::{HeaderMap, VARY};
use problem_core::Problem;
use std::hint::black_box;
use std::rc::Rc;

type Contender = (&'static str, fn(&Input) -> Response<Bytes>);

/// The contenders. The others are compared with the first one.
const CONTENDERS: [Contender; 5] = [
    ("to_response", |input| black_box(input.error()).to_response()),
    ("respond, no Accept", |input| respond(input, &request::NONE)),
    ("respond, */*", |input| respond(input, &request::ANYTHING)),
    ("respond, application/json", |input| respond(input, &request::JSON)),
    ("respond, application/problem+json", |input| respond(input, &request::PROBLEM_JSON)),
];

fn respond(input: &Input, request_headers: &HeaderMap) -> Response<Bytes> {
    black_box(input.error()).respond(request_headers)
}

/// Returns the first input of each case with a short body.
pub(crate) fn inputs() -> impl Iterator<Item = (&'static str, Input)> {
    let cases = [cases::CONSTANT, cases::FORMATTED, cases::MEMBERS, cases::HEADER_FIELDS];
    let first_of = |case| cases::all().into_iter().find(|written: &Written| written.case == case);
    cases.into_iter().filter_map(first_of).map(|written| (written.case, written.input))
}

pub(crate) fn comparison(name: &'static str, input: Input) -> Comparison {
    let input = Rc::new(input);
    CONTENDERS.iter().fold(Comparison::new("JSON, negotiated", name), |comparison, (contender, run)| {
        comparison.contender(contender, &input, *run, None)
    })
}

/// Checks that all contenders give the same response, except for the `Vary` field.
pub(crate) fn assert_agreement(name: &str, input: &Input) {
    let reference = (CONTENDERS[0].1)(input);
    for (contender, run) in &CONTENDERS[1..] {
        let mut response = run(input);
        assert_eq!(response.headers_mut().remove(VARY).unwrap(), "Accept", "{name}, {contender}");
        assert_eq!(response.status(), reference.status(), "{name}, {contender}");
        assert_eq!(response.headers(), reference.headers(), "{name}, {contender}");
        assert_eq!(response.body(), reference.body(), "{name}, {contender}");
    }
}
