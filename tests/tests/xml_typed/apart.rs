//! Tests of values that are read differently from XML and from JSON, since XML cannot express the difference.

use crate::{by_json, by_xml, values};
use problem_core::{FromProblem, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Checks that a value is read back unchanged from JSON, and as `by_xml` from XML.
fn assert_apart<T: crate::Value>(value: T, by_xml: Option<T>) {
    assert_eq!(values(&value), (by_xml, Some(value)));
}

#[test]
fn a_field_that_takes_any_value_gets_text() {
    for (value, expected) in [
        (json!(1), json!("1")),
        (json!(-1.5), json!("-1.5")),
        (json!(true), json!("true")),
        (json!([]), json!("")),
        (json!({}), json!("")),
        (json!([1, null]), json!(["1", ""])),
        (json!({ "a": 1, "b": null }), json!({ "a": "1" })),
        (json!({ "a": null }), json!("")),
    ] {
        assert_apart(value, Some(expected));
    }
    for value in [json!("a"), json!([" a "]), json!({ "a": "1", "i": [{ "b": "2" }] }), json!(null)] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
    assert_apart(Some(json!(1)), Some(Some(json!("1"))));
}

#[test]
fn an_item_that_is_none_is_read_as_empty_if_its_type_can_be_empty() {
    let text = |text: &str| Some(text.to_owned());
    assert_apart(vec![None, text(""), text("a")], Some(vec![text(""), text(""), text("a")]));
    assert_apart(vec![None::<Vec<u8>>], Some(vec![Some(vec![])]));
    assert_apart(vec![None::<BTreeMap<String, u8>>], Some(vec![Some(BTreeMap::new())]));
    assert_apart((None::<String>, 1_u8), Some((text(""), 1)));
    assert_apart((1_u8, None::<Value>), Some((1, Some(json!("")))));
    // A member as a whole is read in only one of the two ways.
    assert_apart((text(""), None::<u8>), Some((None, None)));
    assert_apart(vec![(text(""), Some(1)), (text(""), None)], Some(vec![(None, Some(1)), (None, None)]));
    // `()` is itself read from an empty element, so `Some(())` comes back from XML, but not from JSON.
    assert_eq!(values(&vec![Some(())]), (Some(vec![Some(())]), Some(vec![None])));
}

#[test]
fn an_entry_that_is_none_is_left_out() {
    let entry = |value: Option<u8>| BTreeMap::from([("a".to_owned(), value)]);
    assert_apart(entry(None), Some(BTreeMap::new()));
    let mut with_other = entry(None);
    with_other.insert("b".to_owned(), Some(1));
    assert_apart(with_other, Some(BTreeMap::from([("b".to_owned(), Some(1))])));
    // Without the entry, a required field or the content of a variant is missing.
    assert_apart(Required { unit: () }, None);
    assert_apart(Optional::Newtype(None), None);
    assert_apart(Some(Optional::Newtype(None)), Some(None));
    for value in [Optional::Newtype(Some(1)), Optional::Struct { a: None }] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
enum Optional {
    Newtype(Option<u8>),
    Struct { a: Option<u8> },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Required {
    unit: (),
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum Untagged {
    Number(i64),
    Flag(bool),
    Items(Vec<Untagged>),
    Text(String),
    Fields { number: u8 },
    Texts { text: String },
}

/// serde buffers a value until it knows how to read it. The value is buffered as text first. If that fails, it is
/// buffered as a number or a boolean.
#[test]
fn an_untagged_enum_sees_text_first() {
    let text = |text: &str| Untagged::Text(text.to_owned());
    assert_apart(Untagged::Number(5), Some(text("5")));
    assert_apart(Untagged::Flag(true), Some(text("true")));
    assert_apart(Untagged::Items(vec![]), Some(text("")));
    assert_apart(Untagged::Items(vec![Untagged::Number(5)]), Some(Untagged::Items(vec![text("5")])));
    for value in [
        text("5 "),
        Untagged::Items(vec![text("a")]),
        Untagged::Texts { text: "a".to_owned() },
        Untagged::Fields { number: 5 },
    ] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum Numbers {
    ByName(BTreeMap<String, u8>),
}

/// Where text is read as a number, the name of the member is still text.
#[test]
fn a_name_is_text_even_if_it_looks_like_a_boolean() {
    let numbers = Numbers::ByName(BTreeMap::from([("true".to_owned(), 5)]));
    assert_eq!(values(&numbers), (Some(numbers.clone()), Some(numbers)));
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum Tagged {
    Unit,
    Number { number: u8, flag: bool },
    Text { text: String, items: Vec<String> },
    Both { number: i64, text: String },
}

#[test]
fn an_internally_tagged_enum_sees_text_first() {
    let text = |items: &[&str]| Tagged::Text {
        text: "5".to_owned(),
        items: items.iter().copied().map(str::to_owned).collect(),
    };
    let both = |text: &str| Tagged::Both { number: -5, text: text.to_owned() };
    assert_apart(text(&[]), None);
    // The whole value is read in only one of the two ways.
    assert_apart(both("5"), None);
    for value in [Tagged::Unit, Tagged::Number { number: 5, flag: false }, text(&["true"]), both("a")] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

/// Such a text stays text even where numbers are looked for.
#[test]
fn a_text_that_only_begins_like_a_number_is_text() {
    for text in ["-", "5 a", "5 6", "1.2.3", "-a", "0x5", "05"] {
        let value = Tagged::Both { number: -5, text: text.to_owned() };
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

/// An empty text is not read as `None`, even if another part of the member is read as a number.
#[test]
fn an_empty_text_beside_a_number_is_some() {
    for text in [Some(String::new()), Some("a".to_owned()), Some("5".to_owned())] {
        let value = (text, Tagged::Number { number: 5, flag: true });
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
    let none = (None, Tagged::Number { number: 5, flag: true });
    assert_apart(none, Some((Some(String::new()), Tagged::Number { number: 5, flag: true })));
}

/// A value that can be text is not read as a number, even if an item next to it is `None`.
#[test]
fn a_text_beside_an_item_that_is_none_is_text() {
    let text = (None::<u8>, Untagged::Text("5".to_owned()), json!(["5", "true"]));
    assert_eq!(values(&text), (Some(text.clone()), Some(text.clone())));
    let (none, _, _) = text;
    let number = (none, Untagged::Number(5), json!([5, true]));
    assert_apart(number, Some((None, Untagged::Text("5".to_owned()), json!(["5", "true"]))));
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "a", content = "b")]
enum TagFirst {
    Unit,
    Number(u8),
    Pair(u8, bool),
    Fields { number: u8 },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "b", content = "a")]
enum TagLast {
    Unit,
    Number(u8),
    Text(String),
}

/// If the tag comes first, serde does not have to buffer the content.
#[test]
fn an_adjacently_tagged_enum_is_read_as_from_json() {
    for value in
        [TagFirst::Unit, TagFirst::Number(5), TagFirst::Pair(6, true), TagFirst::Fields { number: 7 }]
    {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
    // Details keep their members in the order of their names, or of the text with `preserve_order`.
    for value in [TagLast::Unit, TagLast::Number(5), TagLast::Text("5".to_owned())] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Outer<T> {
    own: u8,
    #[serde(flatten)]
    inner: T,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Inner<T> {
    inner: T,
}

fn outer_of<T>(inner: T) -> Outer<Inner<T>> {
    Outer { own: 5, inner: Inner { inner } }
}

#[test]
fn the_fields_of_a_struct_that_serde_flattens_see_text_first() {
    for text in ["6", "a"] {
        let outer = outer_of(text.to_owned());
        assert_eq!(values(&outer), (Some(outer.clone()), Some(outer)));
    }
    assert_eq!(values(&outer_of(6_u8)), (Some(outer_of(6)), Some(outer_of(6))));
    assert_eq!(values(&outer_of(Some(6_u8))), (Some(outer_of(Some(6))), Some(outer_of(Some(6)))));
    let map = |value: &Value| Outer { own: 5, inner: BTreeMap::from([("a".to_owned(), value.clone())]) };
    assert_apart(map(&json!([6])), Some(map(&json!(["6"]))));
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:flat")]
struct Flat<T: crate::Value>(#[problem(flatten)] T);

/// The members of `flatten` are one value, so all of them are read in the same way.
#[test]
fn flattened_members_are_read_as_one_value() {
    let map = |a: Option<&str>, b: Option<&str>| {
        Flat(BTreeMap::from([("a".to_owned(), a.map(str::to_owned)), ("b".to_owned(), b.map(str::to_owned))]))
    };
    assert_eq!(by_xml(&map(Some(""), Some("x"))), Ok(map(Some(""), Some("x"))));
    let numbers = |a, b| Flat(BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b)]));
    assert_eq!(by_xml(&numbers(vec![None], vec![Some(1)])), Ok(numbers(vec![None], vec![Some(1_u8)])));
    let mixed = |a: Option<String>, b| Flat(Mixed { a, b });
    assert_eq!(by_xml(&mixed(Some(String::new()), vec![None])), Ok(mixed(None, vec![None])));
    assert_eq!(by_json(&mixed(Some(String::new()), vec![None])), Ok(mixed(Some(String::new()), vec![None])));
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Mixed {
    a: Option<String>,
    b: Vec<Option<u8>>,
}

#[test]
fn characters_that_xml_does_not_have_are_replaced() {
    assert_apart('\0', Some('\u{fffd}'));
    assert_apart("a\u{1}\u{ffff}".to_owned(), Some("a\u{fffd}\u{fffd}".to_owned()));
}
