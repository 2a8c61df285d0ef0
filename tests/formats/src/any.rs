//! Strategies for problems: an enum with fields of many types, and details with arbitrary members.

use crate::facts::is_xml_char;
use crate::hostile;
use http::StatusCode;
use problem_core::{FromProblem, Problem, ProblemDetails};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    x: i32,
    label: Option<String>,
}

/// An enum with a variant of every kind.
///
/// No variant holds a `null`: XML leaves it out of an object, and writes it as an empty text in an array.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Choice {
    Unit,
    Newtype(String),
    Tuple(u8, bool),
    Struct { at: Point, of: Vec<u64> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flat {
    amount: u64,
    remark: Option<String>,
    places: Vec<Point>,
}

#[derive(Clone, Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(base = "https://example.com/problems/", extension("service" = "<vault> & \"co\""))]
pub enum Every {
    #[problem(status = 404)]
    Unit,
    #[problem(status = 403, type = "numbers", detail = "{signed} & {small} < {float}")]
    Numbers {
        #[problem(extension)]
        signed: i64,
        #[problem(extension)]
        unsigned: u64,
        #[problem(extension)]
        small: i8,
        #[problem(extension)]
        float: f64,
        #[problem(extension)]
        single: f32,
        #[problem(extension)]
        optional: Option<u16>,
        #[problem(extension)]
        holes: Vec<Option<u16>>,
        #[problem(extension)]
        pair: (i16, bool),
    },
    #[problem(status = 400, type = "texts", title = "<Texts> & \"more\"", detail = "{text}{letter}")]
    Texts {
        #[problem(extension)]
        text: String,
        #[problem(extension)]
        letter: char,
        #[problem(extension)]
        optional: Option<String>,
        #[problem(extension)]
        list: Vec<String>,
        #[problem(extension = "list-of-lists")]
        lists: Vec<Vec<String>>,
    },
    #[problem(status = 422, type = "shapes")]
    Shapes {
        #[problem(extension)]
        point: Point,
        #[problem(extension)]
        points: Option<Vec<Point>>,
        #[problem(extension)]
        map: BTreeMap<String, Vec<bool>>,
        #[problem(extension)]
        choices: Vec<Choice>,
        #[problem(extension)]
        duration: Duration,
        #[problem(instance)]
        instance: Option<String>,
    },
    #[problem(status = 409, type = "flat-map")]
    FlatMap(#[problem(flatten)] BTreeMap<String, i64>, #[problem(retry_after)] Option<u32>),
    #[problem(status = 409, type = "flat-struct", header("x-amount" = "{beside}"))]
    FlatStruct {
        #[problem(flatten)]
        flat: Flat,
        #[problem(extension)]
        beside: bool,
    },
    #[problem(status = 410, type = "given", extension("pair" = Self::pair), extension("shown" = "<{0:?}>"))]
    Given(#[problem(detail)] String, #[problem(flatten)] BTreeMap<String, i64>),
    #[problem(type = "of-status")]
    OfStatus(#[problem(status)] StatusCode, #[problem(extension = "i")] Vec<Choice>),
}

impl Every {
    fn pair(&self) -> (f32, Option<String>) {
        (0.5, Some(self.to_string()))
    }
}

/// A cloneable strategy for texts.
type Texts = BoxedStrategy<String>;

/// Generates texts of characters that XML allows, so that it carries them without loss.
pub fn any_xml_text() -> Texts {
    any_text().prop_map(|text| text.chars().filter(|char| is_xml_char(*char)).collect()).boxed()
}

pub fn any_text() -> Texts {
    let piece = prop_oneof![
        ".{0,6}",
        prop::sample::select(hostile::TEXTS).prop_map(str::to_owned),
        prop::sample::select(&["<", ">", "&", "\"", "'", "\r", "\n", "\0", "]", "-", " ", "\u{fffe}"][..])
            .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..4).prop_map(|pieces| pieces.concat()).boxed()
}

/// Generates names that every edition of XML 1.0 accepts.
///
/// Some parsers follow the fourth edition, which accepts fewer names than the fifth.
pub fn any_xml_name() -> Texts {
    let name = prop_oneof![
        3 => "[a-zA-Z_][a-zA-Z0-9_.-]{0,6}",
        1 => "[a-zß-öø-ÿа-я一-龥][a-z0-9ß-öø-ÿа-я一-龥·]{0,3}",
        1 => prop::sample::select(&["i", "i", "type", "title", "status", "detail", "instance", "xml", "item"][..])
            .prop_map(str::to_owned),
    ];
    name.boxed()
}

pub fn any_name() -> Texts {
    prop_oneof![3 => any_xml_name(), 1 => any_text(), 1 => "[^a-z]{1,2}[a-z]?"].boxed()
}

/// Generates any JSON value, up to a useful depth.
pub fn any_json(
    name: impl Strategy<Value = String> + 'static,
    text: impl Strategy<Value = String> + 'static,
) -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    let name = name.boxed();
    leaf.prop_recursive(4, 32, 6, move |inner| {
        let members = btree_map(name.clone(), inner.clone(), 0..5);
        prop_oneof![
            vec(inner, 0..5).prop_map(Value::from),
            members.prop_map(|members| Value::from(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
    .boxed()
}

/// Generates types. Some of them are addresses of pages.
pub fn any_type() -> impl Strategy<Value = String> {
    let known = hostile::TYPES.iter().map(|(type_uri, _)| *type_uri).collect::<Vec<_>>();
    prop_oneof![
        any_address(),
        "[a-z]{1,5}:[a-z:;'()*,=&!$/?~]{0,8}",
        "/[a-z0-9._~-]{0,4}(/[a-z&;=']{0,4}){0,3}([?][a-z&=]{0,4})?(#[a-z]{0,3})?",
        prop::sample::select(known).prop_map(str::to_owned),
    ]
}

/// Generates addresses of pages.
pub fn any_address() -> impl Strategy<Value = String> {
    "[hH][tT][tT][pP][sS]?://[a-z0-9.]{1,8}(:[0-9]{1,4})?(/[a-zA-Z0-9;&='()]{0,5}){0,3}([?][a-z&=]{0,5})?"
}

/// Generates details from the given strategies. The status can be any status code, not only that of an error.
pub fn any_details(
    type_uri: impl Strategy<Value = String> + 'static,
    name: &Texts,
    text: &Texts,
) -> BoxedStrategy<ProblemDetails> {
    let texts = || option::of(text.clone());
    let instance = option::of(prop_oneof![any_instance(), text.clone()]);
    let extensions = vec((name.clone(), any_json(name.clone(), text.clone())), 0..5);
    (any_status(100..1000), option::of(type_uri), texts(), texts(), instance, extensions)
        .prop_map(|(status, type_uri, title, detail, instance, extensions)| {
            let mut details = ProblemDetails::new(status);
            if let Some(type_uri) = type_uri {
                details = details.with_type(type_uri);
            }
            if let Some(title) = title {
                details = details.with_title(title);
            }
            if let Some(detail) = detail {
                details = details.with_detail(detail);
            }
            if let Some(instance) = instance {
                details = details.with_instance(instance);
            }
            extensions
                .into_iter()
                .fold(details, |details, (name, value)| details.with_extension(name, &value))
        })
        .boxed()
}

fn any_status(codes: Range<u16>) -> impl Strategy<Value = StatusCode> {
    codes.prop_map(|code| StatusCode::from_u16(code).unwrap())
}

fn any_instance() -> Texts {
    prop_oneof!["/[a-z0-9]{1,4}(/[a-z0-9&=']{0,4}){0,3}", "urn:x:[a-zA-Z:]{1,8}"].boxed()
}

/// Generates any value of the enum, with the given names and texts.
pub fn any_every(name: &Texts, text: &Texts) -> BoxedStrategy<Every> {
    let is_free = |name: &String| {
        !["type", "title", "status", "detail", "instance", "service", "pair", "shown"]
            .contains(&name.as_str())
    };
    let free_name = name.clone().prop_filter("an extension with a standard name is not sent", is_free);
    let given = (text.clone(), btree_map(free_name.clone(), any::<i64>(), 0..5));
    let flat_map = (btree_map(free_name, any::<i64>(), 0..5), any::<Option<u32>>());
    let places = vec(any_point(text), 0..3);
    let flat_struct = (any::<u64>(), option::of(text.clone()), places, any::<bool>());
    prop_oneof![
        1 => Just(Every::Unit),
        4 => any_numbers(),
        4 => any_texts(text),
        4 => any_shapes(name, text),
        3 => flat_map.prop_map(|(map, seconds)| Every::FlatMap(map, seconds)),
        3 => flat_struct.prop_map(|(amount, remark, places, beside)| {
            Every::FlatStruct { flat: Flat { amount, remark, places }, beside }
        }),
        3 => given.prop_map(|(detail, map)| Every::Given(detail, map)),
        3 => (any_status(400..600), vec(any_choice(text), 0..3))
            .prop_map(|(status, choices)| Every::OfStatus(status, choices)),
    ]
    .boxed()
}

fn any_numbers() -> impl Strategy<Value = Every> {
    // NaN and the infinities are written as `null`, and a field that is `null` is not sent.
    let double = prop::num::f64::ANY.prop_filter("not a finite number", |number| number.is_finite());
    let single = prop::num::f32::ANY.prop_filter("not a finite number", |number| number.is_finite());
    let integers = any::<(i64, u64, i8, Option<u16>, Vec<Option<u16>>, (i16, bool))>();
    (integers, double, single).prop_map(
        |((signed, unsigned, small, optional, holes, pair), float, single)| Every::Numbers {
            signed,
            unsigned,
            small,
            float,
            single,
            optional,
            holes,
            pair,
        },
    )
}

fn any_texts(text: &Texts) -> impl Strategy<Value = Every> + use<> {
    let letter = text.clone().prop_map(|text| text.chars().next().unwrap_or('a'));
    let list = vec(text.clone(), 0..4);
    let lists = vec(vec(text.clone(), 0..3), 0..3);
    (text.clone(), letter, option::of(text.clone()), list, lists).prop_map(
        |(text, letter, optional, list, lists)| Every::Texts { text, letter, optional, list, lists },
    )
}

fn any_shapes(name: &Texts, text: &Texts) -> impl Strategy<Value = Every> + use<> {
    let points = option::of(vec(any_point(text), 0..3));
    let map = btree_map(name.clone(), vec(any::<bool>(), 0..3), 0..4);
    let choices = vec(any_choice(text), 0..4);
    let instance = option::of(any_instance());
    (any_point(text), points, map, choices, any::<Duration>(), instance).prop_map(
        |(point, points, map, choices, duration, instance)| Every::Shapes {
            point,
            points,
            map,
            choices,
            duration,
            instance,
        },
    )
}

fn any_point(text: &Texts) -> impl Strategy<Value = Point> + use<> {
    (any::<i32>(), option::of(text.clone())).prop_map(|(x, label)| Point { x, label })
}

fn any_choice(text: &Texts) -> impl Strategy<Value = Choice> + use<> {
    prop_oneof![
        Just(Choice::Unit),
        text.clone().prop_map(Choice::Newtype),
        any::<(u8, bool)>().prop_map(|(number, flag)| Choice::Tuple(number, flag)),
        (any_point(text), any::<Vec<u64>>()).prop_map(|(at, of)| Choice::Struct { at, of }),
    ]
}
