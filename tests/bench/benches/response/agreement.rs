//! Checks that all contenders write the same response, since a contender that wrote less would be faster.

use crate::contenders::{CONTENDERS, DERIVE, PROBLEMS};
use crate::writing::cases::Written;
use serde_json::{Map, Value};

/// Checks that the contenders agree on the status, the header fields and the members.
///
/// The derive must also agree with the hand-written code on every byte of the body. The other crates cannot, since they
/// order their members differently.
pub(crate) fn assert_agreement(written: &Written) {
    let Written { case, name, input } = written;
    let reference = (CONTENDERS[0].run)(input);
    let expected = members(reference.body());
    for contender in &CONTENDERS {
        let response = (contender.run)(input);
        let context = format!("{case}, {name}, {}", contender.name);
        assert_eq!(response.status(), reference.status(), "status, {context}");
        assert_eq!(response.headers(), reference.headers(), "headers, {context}");
        if contender.name == DERIVE {
            assert_eq!(response.body(), reference.body(), "bytes, {context}");
        }
        let mut members = members(response.body());
        if contender.name == PROBLEMS
            && let Some(Value::Object(nested)) = members.remove("data")
        {
            members.extend(nested);
        }
        assert_eq!(members, expected, "members, {context}");
    }
}

fn members(body: &[u8]) -> Map<String, Value> {
    serde_json::from_slice(body).expect("the body is a JSON object")
}
