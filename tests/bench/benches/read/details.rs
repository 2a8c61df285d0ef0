//! The ways to read the details of any problem from a body.

use crate::common::Contender;
use bytes::Bytes;
use http_api_problem::HttpApiProblem;
use problem_core::ProblemDetails;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::hint::black_box;

type PeerDetails<E> = problem_details::ProblemDetails<E>;

/// The contenders. Their outputs have different types, so each drops its own.
pub(crate) const CONTENDERS: [Contender<Bytes, ()>; 4] = [
    Contender { name: "from_json", run: run::<ProblemDetails> },
    Contender { name: "problem_details 0.11", run: run::<PeerDetails<Map<String, Value>>> },
    Contender { name: "problem_details 0.11, without extensions", run: run::<PeerDetails<()>> },
    Contender { name: "http-api-problem 0.60", run: run::<HttpApiProblem> },
];

/// The contender that this benchmark is about.
pub(crate) const OURS: usize = 0;

/// The contenders that read as much as ours. Ours is compared with them.
pub(crate) const PEERS: [usize; 2] = [1, 3];

/// Functions that return the members each contender has read, in the order of the contenders.
const MEMBERS: [fn(&Bytes) -> Value; CONTENDERS.len()] = [
    members::<ProblemDetails>,
    members::<PeerDetails<Map<String, Value>>>,
    members::<PeerDetails<()>>,
    members::<HttpApiProblem>,
];

/// Checks that all contenders read every member, except for the one that skips extension members.
///
/// A contender that read less would be faster.
pub(crate) fn assert_agreement(json: &Bytes) {
    let all: Value = serde_json::from_slice(json).expect("the body is JSON");
    for (index, (contender, members)) in CONTENDERS.iter().zip(MEMBERS).enumerate() {
        let mut expected = all.clone();
        if index != OURS && !PEERS.contains(&index) {
            let members = expected.as_object_mut().expect("the body is an object");
            members.retain(|name, _| ["type", "title", "status", "detail", "instance"].contains(&&**name));
        }
        assert_eq!(members(json), expected, "{}", contender.name);
    }
}

trait Details: Serialize + Sized {
    fn read(json: &[u8]) -> Self;
}

impl Details for ProblemDetails {
    fn read(json: &[u8]) -> Self {
        Self::from_json(json).expect("the body is a problem")
    }
}

impl<E: Serialize + DeserializeOwned> Details for PeerDetails<E> {
    fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).expect("the body is a problem")
    }
}

impl Details for HttpApiProblem {
    fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).expect("the body is a problem")
    }
}

fn run<T: Details>(json: &Bytes) {
    black_box(&T::read(json));
}

fn members<T: Details>(json: &Bytes) -> Value {
    serde_json::to_value(T::read(json)).expect("details can be serialised")
}
