//! Tests of values that are read differently from XML and from JSON, since XML cannot express the difference.

use crate::{One, assert_come_back, by_json, by_xml, values};
use problem_core::{FromProblem, Problem, ProblemDetails};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Checks that a value is read back unchanged from JSON, and as `by_xml` from XML.
fn assert_apart<T: crate::Value>(value: T, by_xml: Option<T>) {
    assert_eq!(values(&value), (by_xml, Some(value)));
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:defaulted")]
struct Defaulted<T: crate::Value> {
    #[problem(extension, default)]
    values: Vec<T>,
}

/// Checks that a value is read back from JSON, but refused from XML.
///
/// It is not read as `None` or as the default either, since that would hide that there was a value.
fn assert_refused<T: crate::Value>(value: T) {
    let one = One { value: value.clone() };
    let details = ProblemDetails::from_xml(&one.to_xml()).unwrap();
    assert_eq!(details.extension::<T>("value"), None);
    assert_eq!(details.extension::<Option<T>>("value"), None);
    assert_apart(Some(value.clone()), None);
    let defaulted = Defaulted { values: vec![value.clone()] };
    assert_eq!(by_xml::<Defaulted<T>>(&defaulted).ok(), None);
    assert_eq!(by_json(&defaulted), Ok(defaulted));
    assert_apart(value, None);
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

/// An empty element may be such a value or `null`.
#[test]
fn an_empty_item_is_refused_if_its_type_can_be_empty_or_none() {
    let text = |text: &str| Some(text.to_owned());
    for texts in [vec![None], vec![text("")], vec![text(" ")], vec![None, text(""), text("a")]] {
        assert_refused(texts);
    }
    assert_refused(vec![None::<Vec<u8>>]);
    assert_refused(vec![Some(Vec::<u8>::new())]);
    assert_refused(vec![None::<BTreeMap<String, u8>>]);
    assert_refused(vec![Some(BTreeMap::<String, u8>::new())]);
    assert_refused(vec![None::<Settings>]);
    assert_refused(vec![Some(Settings { max: None })]);
    assert_refused((None::<String>, 1_u8));
    assert_refused((1_u8, None::<Value>));
    // `()` is itself written as `null`, so not even JSON tells `Some(())` from `None`.
    assert_refused(vec![None::<()>]);
    assert_eq!(values(&vec![Some(())]), (None, Some(vec![None])));
    assert_come_back([vec![text("a"), text("5")]]);
    assert_come_back([vec![Some(Settings { max: Some(5) })]]);
}

/// A struct that may be empty, since its only field may be left out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Settings {
    max: Option<u8>,
}

/// A member that is `null` is left out, so an empty member is not `null`.
#[test]
fn an_empty_member_is_read_next_to_an_item_that_is_none() {
    let text = || Some(String::new());
    assert_come_back([([Some(5_u8), None], BTreeMap::from([("a".to_owned(), text())]), None::<u8>)]);
    // As an item, the empty text may be `None`.
    assert_refused((text(), None::<u8>));
    assert_refused(vec![(text(), Some(1)), (text(), None)]);
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
    assert_apart(Some(Optional::Newtype(None)), None);
    assert_apart(Some(vec![Optional::Newtype(None)]), None);
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

/// serde tries the variants in turn, so nothing shows whether the text was sent as a number.
#[test]
fn an_untagged_enum_refuses_a_text_that_fits_several_variants() {
    let text = |text: &str| Untagged::Text(text.to_owned());
    for value in [
        Untagged::Number(5),
        text("5"),
        Untagged::Flag(true),
        text("true"),
        Untagged::Items(vec![]),
        text(""),
        Untagged::Items(vec![Untagged::Number(5)]),
    ] {
        assert_refused(value);
    }
    for value in [
        text("5 a"),
        Untagged::Items(vec![text("a")]),
        Untagged::Texts { text: "a".to_owned() },
        Untagged::Fields { number: 5 },
    ] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

/// Without a variant for a text, there is no other way to read a number or a boolean.
#[test]
fn an_untagged_enum_reads_a_text_that_fits_one_variant() {
    for value in [NumberOrFlag::Number(5), NumberOrFlag::Flag(true)] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum NumberOrFlag {
    Number(i64),
    Flag(bool),
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
    Number { number: u16, flag: bool },
    Text { text: String, items: Vec<String> },
    Both { number: i64, text: String },
}

#[test]
fn an_internally_tagged_enum_reads_each_field_as_its_type() {
    let text = |items: &[&str]| Tagged::Text {
        text: "5".to_owned(),
        items: items.iter().copied().map(str::to_owned).collect(),
    };
    let both = |text: &str| Tagged::Both { number: -5, text: text.to_owned() };
    for value in [
        Tagged::Unit,
        Tagged::Number { number: 5, flag: false },
        text(&[]),
        text(&["true"]),
        both("a"),
        both("5"),
    ] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
struct Sparse {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum WithStructs {
    Structs { sparse: Sparse, list: Vec<Sparse> },
}

/// serde reads such a struct from an empty array, too, but it is not sent as one.
#[test]
fn a_struct_without_fields_is_read_where_serde_buffers_it() {
    for number in [None, Some(1)] {
        let sparse = Sparse { number };
        let value = WithStructs::Structs { sparse: sparse.clone(), list: vec![sparse.clone(), sparse] };
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum SamePlace {
    Number { value: u16 },
    Boolean { value: bool },
    Text { value: String },
}

/// After a few numbers, the other texts in the same place are taken for numbers, too, until one of them is refused.
#[test]
fn a_text_among_numbers_in_the_same_place_is_text() {
    let number = |value| SamePlace::Number { value };
    let boolean = |value| SamePlace::Boolean { value };
    let text = |value: &str| SamePlace::Text { value: value.to_owned() };
    let digits = |value: u16| text(&value.to_string());
    for value in [
        vec![text("1"), number(2), number(3), number(4), text("5"), text("2")],
        vec![boolean(true), boolean(true), text("true"), boolean(false), text("false"), number(1)],
        (0..24).flat_map(|value| [number(value), digits(value)]).collect(),
        (0..24).map(number).chain((100..124).map(digits)).collect(),
        (0..100).map(number).chain((0..5).map(digits)).collect(),
    ] {
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

/// Such a text can only be text, even next to a number.
#[test]
fn a_text_that_only_begins_like_a_number_is_text() {
    for text in ["-", "5 a", "5 6", "1.2.3", "-a", "0x5", "05"] {
        let value = Tagged::Both { number: -5, text: text.to_owned() };
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
}

#[test]
fn an_optional_text_beside_a_number_is_read_unless_it_is_empty() {
    let beside = |text: Option<&str>| (text.map(str::to_owned), Tagged::Number { number: 5, flag: true });
    for text in ["a", "5", "true"] {
        let value = beside(Some(text));
        assert_eq!(values(&value), (Some(value.clone()), Some(value)));
    }
    assert_refused(beside(Some("")));
    assert_refused(beside(None));
}

#[test]
fn a_text_beside_an_item_that_is_none_is_read_as_its_type() {
    let beside = |value: Untagged| (None::<u8>, value, json!(["5", "true"]));
    let text = beside(Untagged::Text("a".to_owned()));
    assert_eq!(values(&text), (Some(text.clone()), Some(text)));
    assert_refused(beside(Untagged::Text("5".to_owned())));
    assert_refused(beside(Untagged::Number(5)));
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
fn the_fields_of_a_struct_that_serde_flattens_are_read_as_their_types() {
    for text in ["6", "a"] {
        let outer = outer_of(text.to_owned());
        assert_eq!(values(&outer), (Some(outer.clone()), Some(outer)));
    }
    assert_eq!(values(&outer_of(6_u8)), (Some(outer_of(6)), Some(outer_of(6))));
    assert_eq!(values(&outer_of(Some(6_u8))), (Some(outer_of(Some(6))), Some(outer_of(Some(6)))));
    // A `Value` gets the text here, too.
    let map = |value: &Value| Outer { own: 5, inner: BTreeMap::from([("a".to_owned(), value.clone())]) };
    assert_apart(map(&json!([6])), Some(map(&json!(["6"]))));
}

/// Each text that may be a number takes at least one more attempt, unless others in the same place were numbers.
#[test]
fn a_value_that_takes_too_many_attempts_is_refused() {
    let numbers = |count: u32| -> BTreeMap<_, _> {
        (0..count).map(|number| (format!("key-{number}"), number)).collect()
    };
    assert_limited(&|count| Outer { own: 5, inner: numbers(count) });
    assert_limited(&|count| Either::Left::<_, BTreeMap<String, bool>>(numbers(count)));
    assert_limited(&|count| Internal::Map { entries: numbers(count) });
    // The items of an array have the same place, and a map that serde does not buffer needs no attempts.
    assert_come_back([(0..1000).map(|number| Tagged::Number { number, flag: true }).collect::<Vec<_>>()]);
    assert_come_back([numbers(1000)]);
}

/// Checks that a value with 100 numbers is read, and that one with 400 is refused.
fn assert_limited<T: crate::Value>(of_size: &dyn Fn(u32) -> T) {
    for (count, is_read) in [(100, true), (400, false)] {
        let value = Some(of_size(count));
        let details = ProblemDetails::from_xml(&One { value: value.clone() }.to_xml()).unwrap();
        assert_eq!(details.extension::<T>("value"), value.clone().filter(|_| is_read));
        assert_eq!(One::from_problem(details).ok(), is_read.then_some(One { value }));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum Either<A, B> {
    Left(A),
    Right(B),
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum Internal {
    Map { entries: BTreeMap<String, u32> },
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:flat")]
struct Flat<T: crate::Value>(#[problem(flatten)] T);

#[test]
fn flattened_members_are_read_as_their_types() {
    let map = |a: Option<&str>, b: Option<&str>| {
        Flat(BTreeMap::from([("a".to_owned(), a.map(str::to_owned)), ("b".to_owned(), b.map(str::to_owned))]))
    };
    assert_eq!(by_xml(&map(Some(""), Some("x"))), Ok(map(Some(""), Some("x"))));
    let numbers = |a, b| Flat(BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b)]));
    assert_eq!(by_xml(&numbers(vec![None], vec![Some(1)])), Ok(numbers(vec![None], vec![Some(1_u8)])));
    let mixed = |a: Option<String>, b| Flat(Mixed { a, b });
    for a in [Some(String::new()), Some("5".to_owned()), None] {
        assert_eq!(by_xml(&mixed(a.clone(), vec![None])), Ok(mixed(a.clone(), vec![None])));
        assert_eq!(by_json(&mixed(a.clone(), vec![None])), Ok(mixed(a, vec![None])));
    }
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
