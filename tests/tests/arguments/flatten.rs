use problem_core::Problem;
use problem_tests::body;
use serde::Serialize;
use std::collections::BTreeMap;

fn with_members(members: &str) -> String {
    format!(
        "{{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\
        \"detail\":\"The request conflicts with the current state of the resource.\"{members}}}"
    )
}

#[derive(Debug, Serialize)]
struct Entries {
    second: u8,
    first: Option<u8>,
    title: &'static str,
    declared: &'static str,
}

const ENTRIES: Entries = Entries { second: 2, first: None, title: "overwritten", declared: "flattened" };

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Variants {
    Tuple(#[problem(flatten)] Entries, #[problem(extension = "declared")] Option<u8>),
    Named {
        #[problem(extension)]
        declared: Option<u8>,
        #[problem(flatten)]
        map: BTreeMap<&'static str, u8>,
        #[problem(flatten)]
        entries: Option<Entries>,
        #[problem(extension)]
        last: u8,
    },
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
struct Struct<T: std::fmt::Debug>(#[problem(flatten)] T);

#[test]
fn entries_are_members_at_the_place_of_the_field() {
    assert_eq!(body(&Variants::Tuple(ENTRIES, Some(1))), with_members(",\"second\":2,\"declared\":1"));
    assert_eq!(
        body(&Variants::Named {
            declared: Some(1),
            map: BTreeMap::from([("aaa", 1), ("status", 2), ("last", 3), ("second", 4)]),
            entries: Some(ENTRIES),
            last: 5,
        }),
        with_members(",\"declared\":1,\"aaa\":1,\"second\":4,\"last\":5")
    );
    assert_eq!(body(&Struct(ENTRIES)), with_members(",\"second\":2,\"declared\":\"flattened\""));
}

#[test]
fn a_declared_member_wins_even_when_it_is_left_out() {
    assert_eq!(body(&Variants::Tuple(ENTRIES, None)), with_members(",\"second\":2"));
}

#[test]
fn a_value_without_entries_writes_nothing() {
    assert_eq!(body(&Struct(None::<Entries>)), with_members(""));
    assert_eq!(body(&Struct(())), with_members(""));
    assert_eq!(body(&Struct(1)), with_members(""));
    assert_eq!(body(&Struct("text")), with_members(""));
    assert_eq!(body(&Struct(vec![1])), with_members(""));
    assert_eq!(body(&Struct(serde_json::Value::Null)), with_members(""));
}

#[test]
fn only_keys_that_can_be_names_in_json_are_written() {
    assert_eq!(body(&Struct(BTreeMap::from([(1, 'a'), (2, 'b')]))), with_members(",\"1\":\"a\",\"2\":\"b\""));
    assert_eq!(body(&Struct(BTreeMap::from([(true, 1)]))), with_members(",\"true\":1"));
    assert_eq!(body(&Struct(BTreeMap::from([('\u{1}', 1)]))), with_members(",\"\\u0001\":1"));
    assert_eq!(body(&Struct(BTreeMap::from([(vec![1], 1)]))), with_members(""));
    assert_eq!(body(&Struct(BTreeMap::from([(None, 1), (Some("some"), 2)]))), with_members(",\"some\":2"));
}

#[derive(Debug, Serialize)]
enum Tagged {
    Newtype(u8),
    Tuple(u8, u8),
    Struct { field: u8 },
    Unit,
}

#[derive(Debug, Serialize)]
struct Nested {
    outer: u8,
    #[serde(flatten)]
    inner: BTreeMap<String, u8>,
}

#[derive(Debug, Serialize)]
struct Newtype(Nested);

#[test]
fn every_type_that_serde_serialises_as_a_map_is_flattened() {
    assert_eq!(body(&Struct(Tagged::Newtype(1))), with_members(",\"Newtype\":1"));
    assert_eq!(body(&Struct(Tagged::Tuple(1, 2))), with_members(",\"Tuple\":[1,2]"));
    assert_eq!(body(&Struct(Tagged::Struct { field: 1 })), with_members(",\"Struct\":{\"field\":1}"));
    assert_eq!(body(&Struct(Tagged::Unit)), with_members(""));
    let nested = Newtype(Nested { outer: 1, inner: BTreeMap::from([("inner".to_owned(), 2)]) });
    assert_eq!(body(&Struct(nested)), with_members(",\"outer\":1,\"inner\":2"));
    assert_eq!(
        body(&Struct(serde_json::json!({ "value": null, "other": [1] }))),
        with_members(",\"other\":[1]")
    );
}

#[cfg(feature = "serde-json-features")]
#[test]
fn raw_json_is_flattened() {
    use serde_json::value::RawValue;

    let raw = |json: &str| RawValue::from_string(json.to_owned()).unwrap();
    assert_eq!(
        body(&Struct(raw(r#"{"other": [1], "status": 1, "null": null}"#))),
        with_members(",\"other\":[1]")
    );
    assert_eq!(body(&Struct(raw("1"))), with_members(""));
    assert_eq!(body(&Struct(serde_json::Number::from(1))), with_members(""));
}
