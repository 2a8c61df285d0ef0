//! Tests of bodies that a hostile or broken server may send.
//!
//! Reading each of them terminates, and the result does not depend on the features of serde_json.

use problem_core::{FromProblem, ProblemDetails, ReadError};
use serde_json::{Value, json};

/// Returns whether a body can be read in one step, and whether it can be read as details.
fn is_read(json: &[u8]) -> (bool, bool) {
    (Numbers::from_problem_json(json).is_ok_and(|read| read.is_ok()), ProblemDetails::from_json(json).is_ok())
}

#[derive(Debug, PartialEq, FromProblem)]
enum Numbers {
    #[problem(type = "/big")]
    Big(#[problem(extension = "big")] u128),
    #[problem(type = "/none")]
    Nothing,
    #[problem(type = "/any")]
    Any(#[problem(extension = "any")] Value),
}

/// With some of its features, serde_json reads an object with such a name as a number or as JSON within JSON.
#[test]
fn names_of_serde_json_have_no_special_meaning() {
    for (name, value) in
        [("Number", json!("x")), ("Number", json!(12)), ("RawValue", json!("[1]")), ("RawValue", json!({}))]
    {
        let json =
            format!(r#"{{"type":"/any","title":"t","any":{{"$serde_json::private::{name}":{value}}}}}"#);
        let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
        assert_eq!(details.title(), Some("t"));
        // Only one character of the name is replaced.
        let any = json!({ format!("_serde_json::private::{name}"): value });
        assert_eq!(details.extensions()["any"], any);
        assert_eq!(Numbers::from_problem_json(json.as_bytes()).unwrap(), Ok(Numbers::Any(any)));
    }
    for status in
        [r#"{"$serde_json::private::Number":"404"}"#, r#"{"\u0024serde_json::private::Number":"404"}"#]
    {
        let details = ProblemDetails::from_json(format!(r#"{{"status":{status}}}"#).as_bytes()).unwrap();
        assert_eq!(details.status(), None);
    }
}

/// A parser that counts the depth would start again at zero in each text within a text.
#[test]
fn texts_within_texts_do_not_overflow_the_stack() {
    let (open, close) = ("[".repeat(120), "]".repeat(120));
    let mut nested = format!("{open}{close}");
    for _ in 0..8 {
        nested = format!("{open}{}{close}", json!({ "$serde_json::private::RawValue": nested }));
    }
    let json = format!(r#"{{"type":"/any","any":{nested}}}"#);
    let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
    let written = serde_json::to_vec(&details).unwrap();
    assert_eq!(ProblemDetails::from_json(&written).unwrap(), details);
    assert!(Numbers::from_problem_json(json.as_bytes()).unwrap().is_ok());
}

/// The details hold a number as serde_json does, but a field may have a wider type.
#[test]
fn a_number_that_only_its_field_can_hold_is_read_in_one_step() {
    let json = br#"{"type":"/big","big":340282366920938463463374607431768211455}"#;
    assert_eq!(Numbers::from_problem_json(json).unwrap(), Ok(Numbers::Big(u128::MAX)));
    let small = ProblemDetails::from_json(br#"{"type":"/big","big":18446744073709551615}"#).unwrap();
    assert_eq!(Numbers::from_problem(small), Ok(Numbers::Big(u128::from(u64::MAX))));
}

#[test]
fn invalid_utf_8_is_an_error_at_any_position() {
    for json in [
        &b"{\"type\":\"/none\",\"title\":\"\xff\"}"[..],
        b"{\"type\":\"/none\",\"title\":[\"\xff\"]}",
        b"{\"type\":\"/none\",\"other\":\"\xed\xa0\x80\"}",
        b"{\"type\":\"/none\",\"\xc0\x80\":1}",
        b"{\"type\":\"/none\"}\xff",
        b"\xff",
    ] {
        let error = ProblemDetails::from_json(json).unwrap_err();
        assert!(matches!(error, ReadError::Json(_)), "{error:?}");
        assert_eq!(is_read(json), (false, false));
    }
    let error = ProblemDetails::from_json(b"{\"a\":\"\xff\"}").unwrap_err();
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "invalid utf-8 sequence of 1 bytes from index 6"
    );
}

/// In a member that no field reads, one step skips a depth of nesting that two steps reject.
#[test]
fn a_member_that_no_field_reads_is_skipped() {
    let deep = format!(r#"{{"type":"/none","a":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(is_read(deep.as_bytes()), (true, false));
    for json in [r#"{"type":"/none","a":"\x"}"#, r#"{"type":"/none","a":[}"#, r#"{"type":"/none","a":01}"#] {
        assert_eq!(is_read(json.as_bytes()), (false, false), "{json}");
    }
}
