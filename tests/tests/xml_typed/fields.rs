//! Tests of fields of each type.

mod texts;

use crate::{Value, assert_come_back, by_json, by_xml, values};
use problem_core::{FromProblem, Problem};
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt;
use std::net::IpAddr;
use std::num::{NonZeroU8, Wrapping};
use std::ops::Bound;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// Holds a value on its own, and in every other place that can hold one.
#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:anywhere")]
struct Anywhere<T: Value> {
    #[problem(extension)]
    value: T,
    #[problem(extension)]
    some: Option<T>,
    #[problem(extension)]
    none: Option<T>,
    #[problem(extension)]
    items: Vec<T>,
    #[problem(extension)]
    nothing: Vec<T>,
    #[problem(extension)]
    pair: (T, u8),
    #[problem(extension)]
    map: BTreeMap<String, T>,
    #[problem(extension)]
    newtype: Newtype<Box<T>>,
    #[problem(extension)]
    within: Generic<T>,
    #[problem(extension)]
    kinds: Vec<Kind<T>>,
}

fn assert_come_back_anywhere<T: Value>(values: impl IntoIterator<Item = T>) {
    for value in values {
        let anywhere = || Anywhere {
            value: value.clone(),
            some: Some(value.clone()),
            none: None,
            items: vec![value.clone(), value.clone()],
            nothing: vec![],
            pair: (value.clone(), 1),
            map: BTreeMap::from([("a".to_owned(), value.clone()), ("i".to_owned(), value.clone())]),
            newtype: Newtype(Box::new(value.clone())),
            within: Generic { first: value.clone(), second: Some(value.clone()), third: vec![value.clone()] },
            kinds: vec![
                Kind::Newtype(value.clone()),
                Kind::Tuple(value.clone(), 2),
                Kind::Struct { a: value.clone(), b: None },
            ],
        };
        assert_eq!(by_xml(&anywhere()), Ok(anywhere()));
        assert_eq!(by_json(&anywhere()), Ok(anywhere()));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Newtype<T>(T);

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Generic<T> {
    first: T,
    second: Option<T>,
    third: Vec<T>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind<T> {
    Unit,
    Newtype(T),
    Tuple(T, u8),
    Struct {
        a: T,
        #[serde(skip_serializing_if = "Option::is_none")]
        b: Option<T>,
    },
    StructOfNothing {},
    Optional(Option<T>),
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        assert_come_back([<$ty>::MIN, <$ty>::MAX, 0, 1, 100]);
    )*};
}

#[test]
fn integers_come_back() {
    integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
    assert_come_back_anywhere([i64::MIN, i64::MAX, 0]);
    assert_come_back_anywhere([u128::MIN, u128::MAX]);
    assert_come_back([NonZeroU8::MIN, NonZeroU8::MAX]);
    assert_come_back([Wrapping(7_i32)]);
}

#[test]
fn floats_come_back_to_the_last_bit() {
    assert_come_back_anywhere([
        0.0,
        -0.0,
        1.0,
        -1.5,
        0.1,
        1e-7,
        1e21,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        5e-324,
    ]);
    assert_come_back([0.0_f32, 0.1, 1e10, f32::MAX, f32::MIN, f32::MIN_POSITIVE, 1e-45]);
}

#[test]
fn booleans_characters_and_texts_come_back() {
    assert_come_back_anywhere([true, false]);
    assert_come_back_anywhere(['a', ' ', '\n', '\r', '\t', '<', '&', '"', '7', 'é', '😀', '\u{fffd}']);
    for text in [
        "a",
        " a",
        "a ",
        "  a\tb\n ",
        "\r\n",
        "\r",
        "\n",
        " ",
        "7",
        "-1",
        "true",
        "null",
        "[]",
        "{}",
        "<i>1</i>",
        "]]>",
        "&amp;",
        "\"\\u0041\\\"",
        "é日😀",
        "\u{feff}",
        "\u{a0}",
    ] {
        assert_come_back_anywhere([text.to_owned()]);
        assert_come_back([Box::<str>::from(text)]);
        assert_come_back([PathBuf::from(text)]);
    }
    assert_come_back([String::new()]);
    assert_come_back([Some(String::new()), None]);
    assert_come_back([vec![String::new()], vec![String::new(), String::new()]]);
    assert_come_back([BTreeMap::from([("a".to_owned(), String::new())])]);
}

#[test]
fn arrays_and_tuples_come_back() {
    assert_come_back([vec![Some(1), None, Some(3)], vec![None], vec![]]);
    assert_come_back([Some(vec![Some(true), None]), Some(vec![]), None]);
    assert_come_back([vec![vec![1], vec![], vec![2, 3]], vec![vec![]], vec![vec![], vec![]]]);
    assert_come_back([vec![vec![vec![String::new()], vec![]]]]);
    assert_come_back([[[1_u8, 2], [3, 4]]]);
    assert_come_back([[0_u8; 0]]);
    assert_come_back([(1_u8, "a".to_owned(), Some(false), 'c', 1.5)]);
    assert_come_back([(1_u8, None::<u8>)]);
    assert_come_back([(1_u8,)]);
    assert_come_back([((1_u8, 2_u8), (), [3_u8])]);
    assert_come_back([vec![(), ()]]);
    assert_come_back([VecDeque::from([1, 2])]);
    assert_come_back([BTreeSet::from([1, 2]), BTreeSet::new()]);
    assert_come_back([HashSet::from(["a".to_owned(), "b".to_owned()])]);
    assert_come_back([Triple(1, "b".to_owned(), vec![])]);
    assert_come_back([vec![Triple(1, String::new(), vec![2])]]);
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Triple(u8, String, Vec<u8>);

#[test]
fn maps_come_back() {
    let name = |name: &str| name.to_owned();
    assert_come_back([BTreeMap::new(), BTreeMap::from([(name("a"), 1), (name("b-c"), 2), (name("é"), 3)])]);
    assert_come_back([HashMap::from([(name("a"), Some(1))]), HashMap::new()]);
    assert_come_back([BTreeMap::from([
        (name("a"), BTreeMap::from([(name("b"), vec![1])])),
        (name("c"), BTreeMap::new()),
    ])]);
    assert_come_back([BTreeMap::from([(name("type"), 1), (name("status"), 2), (name("problem"), 3)])]);
    // All types that are text in JSON as a key.
    assert_come_back([BTreeMap::from([(true, 1), (false, 2)])]);
    assert_come_back([BTreeMap::from([('a', 1), ('é', 2)])]);
    assert_come_back([BTreeMap::from([(Newtype(name("a")), 1)]), BTreeMap::new()]);
    assert_come_back([BTreeMap::from([(Color::Red, 1), (Color::DarkBlue, 2)])]);
}

/// Reads only the first member of an object.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct FirstOf(BTreeMap<String, u8>);

impl<'de> Deserialize<'de> for FirstOf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FirstOfVisitor)
    }
}

struct FirstOfVisitor;

impl<'de> Visitor<'de> for FirstOfVisitor {
    type Value = FirstOf;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FirstOf, A::Error> {
        Ok(FirstOf(map.next_entry()?.into_iter().collect()))
    }
}

#[test]
fn a_type_must_read_all_members() {
    let first_of = |names: &[&str]| FirstOf(names.iter().map(|name| ((*name).to_owned(), 1)).collect());
    assert_come_back([first_of(&[]), first_of(&["a"])]);
    assert_eq!(values(&first_of(&["a", "b"])), (None, None));
}

impl PartialOrd for Newtype<String> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Newtype<String> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl Eq for Newtype<String> {}

#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Color {
    Red,
    DarkBlue,
}

#[test]
fn structs_come_back() {
    assert_come_back([vec![Unit, Unit]]);
    assert_come_back([(Unit, Unit)]);
    assert_come_back([Empty {}]);
    assert_come_back([Newtype(Newtype(5_u8))]);
    assert_come_back([Newtype(Some(5_u8)), Newtype(None)]);
    assert_come_back_anywhere([
        Nested::default(),
        Nested {
            number: Some(-7),
            text: " t ".to_owned(),
            kind: "k".to_owned(),
            items: vec![1, 2],
            i: 3,
            within: Some(Box::new(Nested { i: 4, ..Nested::default() })),
            color: Some(Color::DarkBlue),
            defaulted: 6,
        },
    ]);
    assert_come_back([Optional { a: None, b: None }, Optional { a: Some(1), b: None }]);
    assert_come_back([vec![Optional { a: None, b: None }, Optional { a: None, b: Some(vec![]) }]]);
    assert_come_back([Some(Optional { a: None, b: None })]);
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Unit;

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Empty {}

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Nested {
    number: Option<i64>,
    text: String,
    #[serde(rename = "type")]
    kind: String,
    items: Vec<u8>,
    i: u8,
    within: Option<Box<Nested>>,
    color: Option<Color>,
    #[serde(default, skip_serializing_if = "is_zero")]
    defaulted: u8,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde requires this signature")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Optional {
    a: Option<u8>,
    b: Option<Vec<u8>>,
}

#[test]
fn enums_come_back() {
    assert_come_back_anywhere([Color::Red, Color::DarkBlue]);
    assert_come_back_anywhere([
        Kind::Unit,
        Kind::Newtype(5_u8),
        Kind::Tuple(6, 7),
        Kind::Struct { a: 8, b: Some(9) },
        Kind::Struct { a: 8, b: None },
        Kind::StructOfNothing {},
        Kind::Optional(Some(10)),
    ]);
    assert_come_back([
        Kind::Newtype(Kind::Newtype(vec![1_u8])),
        Kind::Newtype(Kind::Unit),
        Kind::Tuple(Kind::Tuple(vec![], 1), 2),
    ]);
    assert_come_back([Ok(1_u8), Err("text".to_owned())]);
    assert_come_back([Bound::Included(1_u8), Bound::Unbounded]);
}

#[test]
fn types_of_the_standard_library_come_back() {
    assert_come_back_anywhere([Duration::ZERO, Duration::MAX, Duration::from_millis(1500)]);
    assert_come_back([SystemTime::UNIX_EPOCH + Duration::from_nanos(4_000_000_000_000_000_001)]);
    assert_come_back(["127.0.0.1", "::1"].map(|address| address.parse::<IpAddr>().unwrap()));
    assert_come_back([Some(1..3_u8)]);
    assert_come_back([1..=3_u8]);
    assert_come_back([std::cmp::Reverse(3_u8)]);
    assert_come_back([std::cell::Cell::new(3_u8)]);
    assert_come_back([std::borrow::Cow::Borrowed("a")]);
    assert_come_back([std::ffi::CString::new("a").unwrap()]);
}
