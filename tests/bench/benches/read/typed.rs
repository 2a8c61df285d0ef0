//! The ways to read a [`VaultError`] from a body.
//!
//! problem_details is the only other crate that reads extension members into a type of the caller's choice.

use crate::by_hand::Body;
use crate::common::comparison::{Bar, Comparison};
use crate::error::VaultError;
use crate::{borrowing, inputs};
use bytes::Bytes;
use http::Uri;
use problem_core::{FromProblem, ProblemDetails};
use serde::Deserialize;
use std::rc::Rc;

type Contender = (&'static str, fn(&Bytes) -> VaultError);

/// The contenders for all bodies. The others are compared with the first one.
const CONTENDERS: [Contender; 4] = [
    ("hand-written", |json| Body::read(json).into_error().expect("the type is known")),
    (DERIVE, |json| {
        VaultError::from_problem_json(json).expect("the body is a problem").expect("the type is known")
    }),
    ("hand-written, borrowing", |json| borrowing::read(json).expect("the type is known")),
    // For a client that also needs the details.
    ("derive, through ProblemDetails", |json| {
        let details = ProblemDetails::from_json(json).expect("the body is a problem");
        VaultError::try_from(details).expect("the type is known")
    }),
];

const DERIVE: &str = "derive";

const PROBLEM_DETAILS: Contender = ("problem_details 0.11", read_with_problem_details);

pub(crate) fn comparisons() -> impl Iterator<Item = Comparison> {
    let flat = inputs::flat().into_iter().map(|(name, json)| {
        let bar = if name == "texts with escapes" { 0.75 } else { 0.72 };
        let (contender, run) = PROBLEM_DETAILS;
        let json = Rc::new(json);
        comparison(name, &json, bar).contender(contender, &json, run, None)
    });
    let nested = inputs::nested().into_iter().map(|(name, json)| {
        let bar = if name.contains("escapes") { 0.75 } else { 0.72 };
        comparison(name, &Rc::new(json), bar)
    });
    flat.chain(nested)
}

fn comparison(name: &'static str, json: &Rc<Bytes>, bar: f64) -> Comparison {
    CONTENDERS.iter().fold(Comparison::new("bytes to typed error", name), |comparison, (contender, run)| {
        comparison.contender(contender, json, *run, (*contender == DERIVE).then(|| Bar::from(bar)))
    })
}

/// Checks that all contenders read the same error.
///
/// A contender that read less would be faster.
pub(crate) fn assert_agreement() {
    for (name, json) in inputs::flat().iter().chain(&inputs::nested()) {
        let expected = (CONTENDERS[0].1)(json);
        for (contender, run) in &CONTENDERS[1..] {
            assert_eq!(run(json), expected, "{name}, {contender}");
        }
    }
    for (name, json) in inputs::flat() {
        assert_eq!(read_with_problem_details(&json), (CONTENDERS[0].1)(&json), "{name}, problem_details");
    }
}

/// The extension members of one problem type, as in the documentation of problem_details.
#[derive(Deserialize)]
struct Members {
    current: u64,
    limit: u64,
    tier: String,
}

fn read_with_problem_details(json: &Bytes) -> VaultError {
    let details: problem_details::ProblemDetails<Members> =
        serde_json::from_slice(json).expect("the body is a problem");
    let type_uri = details.r#type.as_ref().map(AsRef::<Uri>::as_ref).expect("the body has a type");
    assert_eq!(type_uri, "https://api.example.com/problems/vault-limit-exceeded");
    let Members { current, limit, tier } = details.extensions;
    VaultError::VaultLimitExceeded { current, limit, tier }
}
