//! Reading a body when the caller needs only the standard members.

use crate::by_hand::Body;
use crate::common::comparison::{Bar, Comparison};
use crate::inputs;
use bytes::Bytes;
use http::Uri;
use http_api_problem::HttpApiProblem;
use problem_core::ProblemDetails;
use problems::ProblemDocument;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::hint::black_box;
use std::rc::Rc;

/// The members that each contender gives to the caller.
#[derive(Debug, PartialEq)]
struct Members<'a> {
    /// `None` for problem_details, whose `Uri` cannot be borrowed as a text.
    r#type: Option<&'a str>,
    title: Option<&'a str>,
    status: Option<u16>,
    detail: Option<&'a str>,
}

/// A type that a contender reads.
trait Details: Sized {
    fn read(json: &[u8]) -> Self;

    fn members(&self) -> Members<'_>;
}

impl Details for Body {
    fn read(json: &[u8]) -> Self {
        Self::read(json)
    }

    fn members(&self) -> Members<'_> {
        Members {
            r#type: Some(&self.r#type),
            title: self.title.as_deref(),
            status: Some(self.status),
            detail: self.detail.as_deref(),
        }
    }
}

impl Details for ProblemDetails {
    fn read(json: &[u8]) -> Self {
        Self::from_json(json).expect("the body is a problem")
    }

    fn members(&self) -> Members<'_> {
        Members {
            r#type: Some(self.type_uri()),
            title: self.title(),
            status: self.status().map(|status| status.as_u16()),
            detail: self.detail(),
        }
    }
}

impl<E: DeserializeOwned> Details for problem_details::ProblemDetails<E> {
    fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).expect("the body is a problem")
    }

    fn members(&self) -> Members<'_> {
        black_box(self.r#type.as_ref().map(AsRef::<Uri>::as_ref));
        Members {
            r#type: None,
            title: self.title.as_deref(),
            status: self.status.map(|status| status.as_u16()),
            detail: self.detail.as_deref(),
        }
    }
}

impl Details for HttpApiProblem {
    fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).expect("the body is a problem")
    }

    fn members(&self) -> Members<'_> {
        Members {
            r#type: self.type_url.as_deref(),
            title: self.title.as_deref(),
            status: self.status.map(|status| status.as_u16()),
            detail: self.detail.as_deref(),
        }
    }
}

/// This contender ignores extension members, because it expects all of them in a member `data`.
impl Details for ProblemDocument {
    fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).expect("the body is a problem")
    }

    fn members(&self) -> Members<'_> {
        Members {
            r#type: Some(self.type_uri()),
            title: self.title(),
            status: self.status().map(|status| status.as_u16()),
            detail: self.detail(),
        }
    }
}

fn run<D: Details>(json: &Bytes) -> D {
    let details = D::read(json);
    black_box(details.members());
    details
}

/// How long our details may take, relative to the code by hand.
fn bar(input: &str) -> f64 {
    // Both have to allocate texts with escapes.
    if input == "texts with escapes" { 1.00 } else { 0.60 }
}

pub(crate) fn comparisons() -> impl Iterator<Item = Comparison> {
    inputs::flat().into_iter().chain(inputs::nested()).map(|(name, json)| {
        let json = Rc::new(json);
        Comparison::new("bytes to details, standard members", name)
            .contender("hand-written", &json, run::<Body>, None)
            .contender("from_json", &json, run::<ProblemDetails>, Some(Bar::from(bar(name))))
            .contender(
                "problem_details 0.11",
                &json,
                run::<problem_details::ProblemDetails<Map<String, Value>>>,
                None,
            )
            .contender(
                "problem_details 0.11, without extensions",
                &json,
                run::<problem_details::ProblemDetails<()>>,
                None,
            )
            .contender("http-api-problem 0.60", &json, run::<HttpApiProblem>, None)
            .contender("problems 0.1.1", &json, run::<ProblemDocument>, None)
    })
}

/// Checks that all contenders read the same members.
///
/// A contender that read less would be faster.
pub(crate) fn assert_agreement() {
    for (name, json) in inputs::flat().iter().chain(&inputs::nested()) {
        let by_hand = Body::read(json);
        let expected = by_hand.members();
        let without_type = || Members { r#type: None, ..by_hand.members() };
        assert_eq!(run::<ProblemDetails>(json).members(), expected, "{name}, from_json");
        let with_extensions = run::<problem_details::ProblemDetails<Map<String, Value>>>(json);
        assert_eq!(with_extensions.members(), without_type(), "{name}, problem_details");
        let without_extensions = run::<problem_details::ProblemDetails<()>>(json);
        assert_eq!(
            without_extensions.members(),
            without_type(),
            "{name}, problem_details without extensions"
        );
        assert_eq!(run::<HttpApiProblem>(json).members(), expected, "{name}, http-api-problem");
        assert_eq!(run::<ProblemDocument>(json).members(), expected, "{name}, problems");
    }
}
