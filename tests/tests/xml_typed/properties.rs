//! Properties that hold for all values.

use crate::{One, by_json, by_xml};
use http::StatusCode;
use problem_core::{Problem, ProblemDetails};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Generates any text, and often one that XML has trouble with.
fn any_text() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "\0",
            "\u{1}",
            "\u{fffe}",
            "\u{ffff}",
            "\u{feff}",
            "\r",
            "\r\n",
            "\n",
            "\t",
            " ",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "]]>",
            "<![CDATA[",
            "&amp;",
            "&#1;",
            "<!--",
            "-->",
            "<?",
            "?>",
            "</problem>",
            "<i>",
            "\\",
            "\\u0000",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()).boxed()
}

fn any_name() -> BoxedStrategy<String> {
    prop_oneof![any_text(), xml_name()].boxed()
}

fn xml_name() -> BoxedStrategy<String> {
    prop_oneof![
        "[A-Za-z_é日😀][A-Za-z0-9_.·\u{300}é日-]{0,4}",
        prop::sample::select(vec!["i", "type", "title", "status", "problem", "xml", "xmlns", "x"])
            .prop_map(str::to_owned),
    ]
    .boxed()
}

fn any_json(name: BoxedStrategy<String>, has_null: bool) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(if has_null { Value::Null } else { Value::Bool(true) }),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e300..1e300).prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|map| Value::from(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Returns a text as XML can hold it.
fn in_xml(text: &str) -> String {
    let is_known = |char: char| {
        let replaced = ['\u{fffe}', '\u{ffff}'];
        matches!(char, '\t' | '\n' | '\r') || (char >= ' ' && !replaced.contains(&char))
    };
    text.chars().map(|char| if is_known(char) { char } else { '\u{fffd}' }).collect()
}

/// Returns a URI reference with its white space collapsed.
fn collapsed(text: &str) -> String {
    in_xml(text).split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a value as it is read from XML: all scalars are text, and an empty value is an empty text.
fn untyped(value: &Value) -> Value {
    match value {
        Value::Null => Value::from(""),
        Value::Bool(_) | Value::Number(_) => Value::from(value.to_string()),
        Value::String(text) => Value::from(in_xml(text)),
        Value::Array(items) if items.is_empty() => Value::from(""),
        Value::Array(items) => items.iter().map(untyped).collect(),
        Value::Object(members) if members.is_empty() => Value::from(""),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), untyped(value))).collect::<Map<_, _>>().into()
        }
    }
}

/// Adds a member to each object that would be read as an array.
fn without_lone_items(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(without_lone_items).collect(),
        Value::Object(members) => {
            let is_lone = members.len() == 1 && members.contains_key("i");
            let members = members.into_iter().map(|(name, value)| (name, without_lone_items(value)));
            let other = is_lone.then(|| ("other".to_owned(), Value::from(1)));
            members.chain(other).collect::<Map<_, _>>().into()
        }
        value => value,
    }
}

fn any_details() -> impl Strategy<Value = ProblemDetails> {
    let text = || prop::option::of(any_text());
    let extensions = prop::collection::vec((any_name(), any_json(any_name(), true)), 0..6);
    (400_u16..600, [text(), text(), text(), text()], extensions).prop_map(|(code, texts, extensions)| {
        problem_tests::details(StatusCode::from_u16(code).unwrap(), texts, extensions)
    })
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Everything {
    signed: i128,
    unsigned: u128,
    float: f64,
    flag: bool,
    text: String,
    optional: Option<String>,
    items: Vec<Option<i16>>,
    pairs: Vec<(u64, String)>,
    map: BTreeMap<String, Vec<i8>>,
    kind: Vec<Kind>,
    i: Option<Box<Everything>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
enum Kind {
    Unit,
    Newtype(i32),
    Tuple(bool, String),
    Struct { a: Option<u8>, b: Vec<u8> },
}

fn everything() -> impl Strategy<Value = Everything> {
    let text = || any_text().prop_map(|text| in_xml(&text));
    let kind = prop_oneof![
        Just(Kind::Unit),
        any::<i32>().prop_map(Kind::Newtype),
        (any::<bool>(), text()).prop_map(|(flag, text)| Kind::Tuple(flag, text)),
        any::<(Option<u8>, Vec<u8>)>()
            .prop_map(|(a, b)| Kind::Struct { a, b: b.into_iter().take(3).collect() }),
    ];
    let scalars = (any::<i128>(), any::<u128>(), -1e300..1e300, any::<bool>(), text());
    let optional = prop::option::of(text());
    let items = prop::collection::vec(any::<Option<i16>>(), 0..4);
    let pairs = prop::collection::vec((any::<u64>(), text()), 0..4);
    // One more entry, so that the map cannot be read as an array.
    let map = prop::collection::btree_map(xml_name(), prop::collection::vec(any::<i8>(), 0..3), 0..4)
        .prop_map(|mut map| {
            if map.len() == 1 {
                map.insert("other".to_owned(), vec![]);
            }
            map
        });
    let leaf =
        (scalars, optional, items, pairs, map, prop::collection::vec(kind, 0..4))
            .prop_map(|((signed, unsigned, float, flag, text), optional, items, pairs, map, kind)| {
                Everything { signed, unsigned, float, flag, text, optional, items, pairs, map, kind, i: None }
            })
            .boxed();
    (leaf.clone(), prop::option::of(leaf))
        .prop_map(|(outer, inner)| Everything { i: inner.map(Box::new), ..outer })
}

/// A document with a bit of everything, to be corrupted.
const DOCUMENT: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- é --><?pi?>",
    "<p:problem xmlns:p=\"urn:ietf:rfc:7807\" xmlns='urn:f' a='&lt;'>",
    "<p:type>/a</p:type><p:status> 404 </p:status><p:detail><![CDATA[<]]>]&#x1F600;&amp;</p:detail>",
    "<p:a><p:i>1</p:i><b/><p:i/></p:a><p:b><p:c>\r\n</p:c></p:b></p:problem>",
);

proptest! {
    #[test]
    fn a_value_is_read_with_its_scalars_as_text(
        value in any_json(xml_name(), false).prop_map(without_lone_items),
    ) {
        let details = ProblemDetails::new(StatusCode::GONE).with_extension("value", &value);
        let read = ProblemDetails::from_xml(&details.to_xml()).unwrap();
        prop_assert_eq!(&read.extensions()["value"], &untyped(&details.extensions()["value"]));
        // Once the scalars are text, the value no longer changes.
        let again = ProblemDetails::from_xml(&read.clone().forwarding(&[]).to_xml()).unwrap();
        prop_assert_eq!(again, read);
    }

    #[test]
    fn a_document_that_was_written_can_always_be_read(details in any_details()) {
        let read = ProblemDetails::from_xml(&details.to_xml()).unwrap();
        let sent = details.to_details();
        prop_assert_eq!(read.type_uri(), collapsed(sent.type_uri()));
        prop_assert_eq!(read.title().unwrap(), in_xml(sent.title().unwrap()));
        prop_assert_eq!(read.status(), sent.status());
        prop_assert_eq!(read.detail().unwrap(), in_xml(sent.detail().unwrap()));
        prop_assert_eq!(read.instance(), sent.instance());
        for (name, value) in read.extensions() {
            prop_assert!(sent.extensions().contains_key(name), "{} {}", name, value);
        }
    }

    #[test]
    fn a_typed_error_is_read_from_xml_as_from_json(value in everything()) {
        let one = One { value };
        let by_json = by_json::<One<Everything>>(&one).unwrap();
        prop_assert_eq!(&by_json, &one);
        prop_assert_eq!(by_xml::<One<Everything>>(&one).unwrap(), one);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..64), text in any_text()) {
        let _ = ProblemDetails::from_xml(&bytes);
        let _ = ProblemDetails::from_xml(text.as_bytes());
        let xml = [b"<problem xmlns='urn:ietf:rfc:7807'><a>", text.as_bytes(), b"</a></problem>"].concat();
        let _ = ProblemDetails::from_xml(&xml);
    }

    #[test]
    fn a_corrupted_document_is_read_without_a_panic(
        changes in prop::collection::vec((any::<Index>(), 0..4_usize, any_text(), any::<u8>()), 1..6),
    ) {
        let mut xml = DOCUMENT.as_bytes().to_vec();
        for (position, length, text, byte) in changes {
            let start = position.index(xml.len() + 1);
            let end = xml.len().min(start + length);
            let new = if length == 3 { vec![byte] } else { text.into_bytes() };
            xml.splice(start..end, new);
        }
        if let Ok(details) = ProblemDetails::from_xml(&xml) {
            // A document that could be read can be sent and read again.
            let sent = details.to_xml();
            let read = ProblemDetails::from_xml(&sent).unwrap();
            prop_assert_eq!(read.to_xml(), sent);
        }
    }
}

#[test]
fn the_document_to_be_corrupted_is_valid() {
    assert_eq!(ProblemDetails::from_xml(DOCUMENT.as_bytes()).unwrap().detail(), Some("<]😀&"));
}
