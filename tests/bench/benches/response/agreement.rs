//! Checks that all contenders write the same response, since a contender that wrote less would be faster.

use crate::case::Case;
use crate::contenders::{CONTENDERS, DERIVE, HAND_WRITTEN};
use serde_json::Value;

/// Checks that the contenders agree on the status, the header fields and the members.
///
/// The derive must also agree with the hand-written code on every byte of the body. The other crates cannot, since they
/// order their members differently.
pub(crate) fn assert_agreement(case: Case) {
    let error = case.error();
    let reference = (CONTENDERS[HAND_WRITTEN].run)(&error);
    let expected = members(reference.body());
    for contender in &CONTENDERS {
        let response = (contender.run)(&error);
        let context = format!("{}, {}", case.name(), contender.name);
        assert_eq!(response.status(), reference.status(), "status, {context}");
        assert_eq!(response.headers(), reference.headers(), "headers, {context}");
        assert_eq!(members(response.body()), expected, "members, {context}");
    }
    let derived = (CONTENDERS[DERIVE].run)(&error);
    assert_eq!(derived.body(), reference.body(), "bytes, {}", case.name());
}

fn members(body: &[u8]) -> Value {
    serde_json::from_slice(body).expect("the body is JSON")
}
