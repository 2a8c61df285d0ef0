//! Tests that the result can be read and nothing panics, whatever an impl of `Serialize` does.

use http::StatusCode;
use problem_core::{Problem, ProblemDetails};
use problem_tests::body;
use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, detail = "d")]
struct Sent<M: fmt::Debug, F: fmt::Debug> {
    #[problem(extension)]
    member: M,
    #[problem(flatten)]
    more: F,
}

/// Returns the extension members that are sent, each with a comma before it.
fn sent<M: fmt::Debug + Serialize, F: fmt::Debug + Serialize>(member: M, more: F) -> String {
    let body = body(&Sent { member, more });
    let standard = "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"d\"";
    body.strip_prefix(standard).and_then(|members| members.strip_suffix('}')).unwrap().to_owned()
}

/// Writes something and then fails.
struct Fails;

impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half \"written")?;
        Err(fmt::Error)
    }
}

/// Writes a whole value and then fails.
#[derive(Debug)]
struct FailsAfterwards;

impl Serialize for FailsAfterwards {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("whole")?;
        Err(S::Error::custom("no more"))
    }
}

/// Serialises as its `Display` text. If that fails, serde_json itself panics.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Text<T>(T);

impl<T> fmt::Debug for Text<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Text")
    }
}

impl<T: fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A map with one entry.
#[derive(Debug)]
struct Entry<K, V>(K, V);

impl<K: Serialize, V: Serialize> Serialize for Entry<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(&self.0, &self.1)])
    }
}

#[derive(Debug, serde::Serialize)]
enum Variant<T> {
    Unit,
    Newtype(T),
    Tuple(u8, T),
    Struct { zeta: u8, alpha: T },
}

#[test]
fn a_display_that_fails_leaves_the_member_out() {
    assert_eq!(sent(Text(Fails), ()), "");
    assert_eq!(sent([Some(Text(Fails))], ()), "");
    assert_eq!(sent(Entry("key", Text(Fails)), ()), "");
    assert_eq!(sent(Entry(Text(Fails), 1), ()), "");
    assert_eq!(sent(Variant::Struct { zeta: 1, alpha: Text(Fails) }, ()), "");
    assert_eq!(sent(0, Text(Fails)), ",\"member\":0");
    assert_eq!(sent(0, Entry("key", Text(Fails))), ",\"member\":0");
    assert_eq!(sent(0, Entry(Text(Fails), 1)), ",\"member\":0");
    for variant in [Variant::Newtype(Text(Fails)), Variant::Tuple(1, Text(Fails))] {
        assert_eq!(sent(0, variant), ",\"member\":0");
    }

    let details = ProblemDetails::new(StatusCode::GONE).with_extension("text", &Text(Fails));
    assert!(details.extensions().is_empty());
    let details = details.with_extension("text", &Entry(1, format_args!("{Fails}")));
    assert!(details.extensions().is_empty());
}

#[test]
fn an_error_leaves_the_member_out_whatever_has_been_written() {
    assert_eq!(sent(FailsAfterwards, ()), "");
    assert_eq!(sent([FailsAfterwards], Entry("key", FailsAfterwards)), "");
    assert_eq!(sent(0, Some(Entry("key", 1))), ",\"member\":0,\"key\":1");
}

#[test]
fn a_display_that_does_not_fail_is_sent() {
    assert_eq!(sent(Text("a\"b"), Entry(Text(7), Text('c'))), ",\"member\":\"a\\\"b\",\"7\":\"c\"");
}

/// Alternating arrays and objects, nested to the given depth.
#[derive(Clone, Debug)]
struct Nested(usize);

impl Serialize for Nested {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let inner = (self.0 > 0).then(|| Self(self.0 - 1));
        if self.0.is_multiple_of(2) {
            let mut seq = serializer.serialize_seq(None)?;
            inner.iter().try_for_each(|inner| seq.serialize_element(inner))?;
            seq.end()
        } else {
            let mut map = serializer.serialize_map(None)?;
            inner.iter().try_for_each(|inner| map.serialize_entry("k", inner))?;
            map.end()
        }
    }
}

/// A linked list, serialised as nested objects.
#[derive(Debug, serde::Serialize)]
struct List {
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Box<List>>,
}

fn list(len: usize) -> List {
    (1..len).fold(List { next: None }, |list, _| List { next: Some(Box::new(list)) })
}

#[test]
fn a_value_that_is_nested_too_deep_is_given_up_early() {
    assert_eq!(sent(Nested(usize::MAX), ()), "");
    assert_eq!(sent(0, Entry("deep", Nested(usize::MAX))), ",\"member\":0");
    assert_eq!(sent(Nested(126), ()), "");
    assert_ne!(sent(Nested(125), ()), "");
    assert_eq!(sent(list(127), ()), "");
    assert_ne!(sent(list(126), ()), "");
    assert_eq!(sent(Variant::Newtype(Nested(125)), ()), "");
    assert_ne!(sent(Variant::Newtype(Nested(124)), ()), "");
    assert_eq!(sent(Variant::Tuple(1, Nested(124)), ()), "");
    assert_ne!(sent(Variant::Tuple(1, Nested(123)), ()), "");
    assert_eq!(sent(Variant::Struct { zeta: 1, alpha: Nested(124) }, ()), "");
    assert_ne!(sent(Variant::Struct { zeta: 1, alpha: Nested(123) }, ()), "");

    let details = ProblemDetails::new(StatusCode::GONE).with_extension("deep", &Nested(126));
    assert!(details.extensions().is_empty());
    let details = details.with_extension("deep", &Nested(125));
    let text = serde_json::to_string(&details).unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["deep"],
        details.extensions()["deep"]
    );
}

/// Continues after an error, or misuses the serialiser.
#[derive(Clone, Copy, Debug)]
enum Careless {
    IgnoresAnElement,
    IgnoresAnEntry,
    KeyOnly,
    TwoKeys,
    ValueOnly,
    TwoValues,
}

impl Serialize for Careless {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self::IgnoresAnElement = self {
            let mut seq = serializer.serialize_seq(None)?;
            let _ = seq.serialize_element(&Text(Fails));
            return seq.end();
        }
        let mut map = serializer.serialize_map(None)?;
        let _ = match self {
            Self::IgnoresAnElement => Ok(()),
            Self::IgnoresAnEntry => map.serialize_entry(&[1], &1),
            Self::KeyOnly => map.serialize_key("key"),
            Self::TwoKeys => map.serialize_key("one").and_then(|()| map.serialize_key("two")),
            Self::ValueOnly => map.serialize_value(&1),
            Self::TwoValues => map
                .serialize_key("key")
                .and_then(|()| map.serialize_value(&None::<u8>))
                .and_then(|()| map.serialize_value(&1)),
        };
        map.end()
    }
}

#[test]
fn a_careless_impl_is_left_out() {
    use Careless::{IgnoresAnElement, IgnoresAnEntry, KeyOnly, TwoKeys, TwoValues, ValueOnly};

    for careless in [IgnoresAnElement, IgnoresAnEntry, KeyOnly, TwoKeys, ValueOnly, TwoValues] {
        assert_eq!(sent(careless, ()), "", "{careless:?}");
        assert_eq!(sent([careless], Entry("key", careless)), "", "{careless:?}");
        assert_eq!(sent(0, careless), ",\"member\":0", "{careless:?}");
    }
}

/// Announces a length of zero and then writes something.
#[derive(Clone, Copy, Debug)]
enum SaysNothing {
    Seq,
    Tuple,
    TupleStruct,
    TupleVariant,
    Map,
    Struct,
    StructVariant,
}

impl Serialize for SaysNothing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Seq => {
                let mut seq = serializer.serialize_seq(Some(0))?;
                seq.serialize_element(&1)?;
                seq.end()
            }
            Self::Tuple => {
                let mut tuple = serializer.serialize_tuple(0)?;
                tuple.serialize_element(&1)?;
                tuple.end()
            }
            Self::TupleStruct => {
                let mut fields = serializer.serialize_tuple_struct("T", 0)?;
                fields.serialize_field(&1)?;
                fields.end()
            }
            Self::TupleVariant => {
                let mut fields = serializer.serialize_tuple_variant("T", 0, "V", 0)?;
                fields.serialize_field(&1)?;
                fields.end()
            }
            Self::Map => {
                let mut map = serializer.serialize_map(Some(0))?;
                map.serialize_entry("k", &1)?;
                map.end()
            }
            Self::Struct => {
                let mut fields = serializer.serialize_struct("T", 0)?;
                fields.serialize_field("k", &1)?;
                fields.end()
            }
            Self::StructVariant => {
                let mut fields = serializer.serialize_struct_variant("T", 0, "V", 0)?;
                fields.serialize_field("k", &1)?;
                fields.end()
            }
        }
    }
}

#[test]
fn an_announced_length_of_zero_is_not_trusted() {
    for (value, json) in [
        (SaysNothing::Seq, "[1]"),
        (SaysNothing::Tuple, "[1]"),
        (SaysNothing::TupleStruct, "[1]"),
        (SaysNothing::TupleVariant, "{\"V\":[1]}"),
        (SaysNothing::Map, "{\"k\":1}"),
        (SaysNothing::Struct, "{\"k\":1}"),
        (SaysNothing::StructVariant, "{\"V\":{\"k\":1}}"),
    ] {
        assert_eq!(sent([value], value), {
            let entries =
                if json.starts_with('{') { format!(",{}", &json[1..json.len() - 1]) } else { String::new() };
            format!(",\"member\":[{json}]{entries}")
        });
    }
    assert_eq!(sent(Vec::<u8>::new(), BTreeMap::<u8, u8>::new()), ",\"member\":[]");
    assert_eq!(sent(BTreeMap::<u8, u8>::new(), ()), ",\"member\":{}");
    assert_eq!(sent([(); 0], ()), ",\"member\":[]");
}

/// Serialises as bytes, which become an array in JSON.
#[derive(Debug)]
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// A value within the given number of arrays.
#[derive(Debug)]
struct Within<'a, T>(usize, &'a T);

impl<T: Serialize> Serialize for Within<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            0 => self.1.serialize(serializer),
            depth => serializer.collect_seq([Within(depth - 1, self.1)]),
        }
    }
}

#[test]
fn bytes_are_an_array() {
    assert_eq!(sent(Bytes(b"ab"), Bytes(b"ab")), ",\"member\":[97,98]");
    assert_ne!(sent(Within(125, &Bytes(b"ab")), ()), "");
    assert_eq!(sent(Within(126, &Bytes(b"ab")), ()), "");
}

/// Serialises as a variant the first time, and as a map after that.
#[derive(Debug, Default)]
struct Changes(Cell<bool>);

impl Serialize for Changes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.replace(true) {
            return serializer.collect_map([("V", "1"), ("type", "x"), ("V", "3")]);
        }
        let mut fields = serializer.serialize_tuple_variant("T", 0, "V", 1)?;
        fields.serialize_field(&1)?;
        fields.end()
    }
}

#[test]
fn a_value_that_changes_overwrites_nothing() {
    let body = Sent { member: 0, more: Changes::default() }.to_json();
    assert!(body.ends_with(b",\"member\":0}"), "{body:?}");
}

#[test]
fn an_entry_is_sent_as_a_member_would_be() {
    let wide = BTreeMap::from([(5, 1), (u128::MAX, 2)]);
    assert_eq!(sent(0, &wide), format!(",\"member\":0,\"5\":1,\"{}\":2", u128::MAX));
    assert_eq!(sent(&wide, ()), format!(",\"member\":{{\"5\":1,\"{}\":2}}", u128::MAX));
    assert_eq!(sent(0, BTreeMap::from([(i128::MIN, 1)])), format!(",\"member\":0,\"{}\":1", i128::MIN));
    assert_eq!(sent(0, BTreeMap::from([(true, 1)])), ",\"member\":0,\"true\":1");
    assert_eq!(sent(0, Entry(0.1_f32, 1)), ",\"member\":0,\"0.1\":1");
    assert_eq!(sent(0, Entry(f64::NAN, 1)), ",\"member\":0");
    assert_eq!(sent(0, Entry('c', 1)), ",\"member\":0,\"c\":1");
    assert_eq!(sent(0, Entry(Variant::<u8>::Unit, 1)), ",\"member\":0,\"Unit\":1");
    assert_eq!(sent(0, Entry(None::<u8>, 1)), ",\"member\":0");

    assert_eq!(sent(0, Variant::<u8>::Unit), ",\"member\":0");
    assert_eq!(sent(0, Variant::Newtype(0.1_f32)), ",\"member\":0,\"Newtype\":0.1");
    assert_eq!(sent(0, Variant::Tuple(1, 0.1_f32)), ",\"member\":0,\"Tuple\":[1,0.1]");
    assert_eq!(sent(0, Variant::Tuple(1, u128::MAX)), format!(",\"member\":0,\"Tuple\":[1,{}]", u128::MAX));
    let variant = || Variant::Struct { zeta: 1, alpha: 0.1_f32 };
    assert_eq!(sent(0, Some(variant())), ",\"member\":0,\"Struct\":{\"zeta\":1,\"alpha\":0.1}");
    assert_eq!(sent(variant(), ()), ",\"member\":{\"Struct\":{\"zeta\":1,\"alpha\":0.1}}");
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    Status(u8, u8),
    Member { field: u8 },
}

#[test]
fn a_variant_overwrites_nothing() {
    assert_eq!(sent(0, Named::Status(1, 2)), ",\"member\":0");
    assert_eq!(sent(None::<u8>, Named::Member { field: 1 }), "");
}

/// Names that serde_json uses internally.
#[derive(Debug, serde::Serialize)]
enum Own {
    #[serde(rename = "$serde_json::private::Number")]
    Unit,
    #[serde(rename = "$serde_json::private::Number")]
    Newtype(u8),
    #[serde(rename = "$serde_json::private::RawValue")]
    Tuple(u8, u8),
    #[serde(rename = "$serde_json::private::RawValue")]
    Struct { field: u8 },
    Field {
        #[serde(rename = "$serde_json::private::Number")]
        field: &'static str,
    },
}

#[derive(Debug, serde::Serialize)]
struct OwnField {
    #[serde(rename = "$serde_json::private::RawValue")]
    field: &'static str,
}

#[test]
fn a_member_with_an_internal_name_of_serde_json_is_left_out() {
    for own in [Own::Newtype(1), Own::Tuple(1, 2), Own::Struct { field: 1 }, Own::Field { field: "no JSON" }]
    {
        assert_eq!(sent(own, ()), "");
    }
    assert_eq!(sent(OwnField { field: "no JSON" }, [OwnField { field: "no JSON" }]), "");
    assert_eq!(sent(Entry(Own::Unit, 1), Entry("k", Entry(Own::Unit, 1))), "");
    assert_eq!(sent(Entry(Text("$serde_json::private::Number"), "no JSON"), ()), "");
    assert_eq!(
        sent(Own::Unit, ()),
        ",\"member\":\"$serde_json::private::Number\"",
        "as a text, it has no special meaning"
    );
}

#[test]
fn a_map_with_an_internal_key_of_serde_json_is_left_out() {
    for feature in ["RawValue", "Number"] {
        let map = HashMap::from([(format!("$serde_json::private::{feature}"), "no JSON")]);
        assert_eq!(sent(&map, ()), "");
        assert_eq!(sent([&map], Entry("key", &map)), "");
    }
}

/// Tests with the features of serde_json that pass on JSON as text.
#[cfg(feature = "serde-json-features")]
mod text {
    use super::{Sent, Serialize, Serializer, sent};
    use problem_core::Problem;
    use serde::ser::SerializeStruct;
    use serde_json::value::RawValue;

    /// Claims to be one of the types of serde_json.
    #[derive(Debug)]
    struct Claims(&'static str, &'static str);

    impl Serialize for Claims {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut fields = serializer.serialize_struct(self.0, 1)?;
            fields.serialize_field(self.0, self.1)?;
            fields.end()
        }
    }

    /// Claims to be JSON as text, but has the given number of texts.
    #[derive(Debug)]
    struct Texts(usize);

    impl Serialize for Texts {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let name = "$serde_json::private::RawValue";
            let mut fields = serializer.serialize_struct(name, self.0)?;
            for _ in 0..self.0 {
                fields.serialize_field(name, "1")?;
            }
            fields.end()
        }
    }

    #[test]
    fn only_exactly_one_text_is_sent() {
        assert_eq!(sent(Texts(0), [Texts(0)]), "");
        assert_eq!(sent(Texts(1), ()), ",\"member\":1");
        assert_eq!(sent(Texts(2), [Texts(2)]), "");
    }

    fn raw(json: &str) -> Box<RawValue> {
        RawValue::from_string(json.to_owned()).unwrap()
    }

    #[test]
    fn json_that_can_be_read_is_sent_unchanged() {
        for json in ["1", "1.50", "-0", "1e300", "\"\\u00e9\\ud83d\\ude00\"", "[1, 2]", "{\"b\":1,\"a\":[]}"]
        {
            assert_eq!(sent(raw(json), ()), format!(",\"member\":{json}"));
            assert_eq!(sent([raw(json)], ()), format!(",\"member\":[{json}]"));
        }
        let long = "123456789012345678901234567890.123";
        let number: serde_json::Number = serde_json::from_str(long).unwrap();
        assert_eq!(sent(number, ()), format!(",\"member\":{long}"));
        assert_eq!(sent(0, raw("{\"b\":1,\"a\":2,\"b\":3,\"title\":4}")), ",\"member\":0,\"b\":1,\"a\":2");
        assert_eq!(sent(0, raw("[1]")), ",\"member\":0");
        assert_eq!(sent(raw("null"), ()), "");
    }

    /// The other formats are made from the same text, and its white space has no meaning.
    #[test]
    fn the_other_formats_have_the_content_of_the_text() {
        let spaced = raw("{\n\t\"b\" :\r\n [ 1 ,\ttrue\n,\r\"\\u00e9 \" , null\t] ,\n\"c\"\t:\tnull\r}");
        let compact = raw(r#"{"b":[1,true,"é ",null],"c":null}"#);
        let formats = |member| {
            let problem = Sent { member, more: () };
            [problem.to_xml(), problem.to_html()].map(|body| String::from_utf8(body.to_vec()).unwrap())
        };
        let [xml, html] = formats(spaced);
        assert!(xml.contains("<member><b><i>1</i><i>true</i><i>é </i><i/></b></member>"), "{xml}");
        assert_eq!(formats(compact), [xml, html]);
    }

    #[test]
    fn json_that_cannot_be_read_is_left_out() {
        for json in ["\"\\ud800\"", "[\"\\ud800\"]", "{\"\\ud800\":1}", "1e400", "{\"a\":[-1e400]}"] {
            assert_eq!(sent(raw(json), ()), "", "{json}");
            assert_eq!(sent([raw(json)], ()), "", "{json}");
        }
        let nested = |depth: usize| raw(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        assert_ne!(sent(nested(126), ()), "");
        assert_eq!(sent(nested(127), ()), "");
        assert_ne!(sent([nested(125)], ()), "");
        assert_eq!(sent([nested(126)], ()), "");
    }

    #[test]
    fn a_text_that_only_claims_to_be_json_is_left_out() {
        for name in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
            for json in ["1,\"status\":200", "}", "", "1 2", "NaN", "[1", " null", "1\n"] {
                assert_eq!(sent(Claims(name, json), ()), "", "{name}: {json}");
                assert_eq!(sent([Claims(name, json)], Claims(name, json)), "", "{name}: {json}");
            }
        }
        let number = serde_json::Number::from_string_unchecked("1,\"status\":200".to_owned());
        assert_eq!(sent(number, ()), "");
    }
}
