//! Properties that hold for all values.

use http::StatusCode;
use problem_core::{Problem, ProblemDetails};
use problem_tests::{assert_lawful, member_names};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(challenge = "Bearer", base = "https://example.com/problems/")]
enum Any {
    #[problem(
        status = 403,
        type = "any",
        detail = "{text:?} {number:>8.2}",
        instance = "/any/{text}/{number}?q={text:?}",
        header("x-text" = "{text}")
    )]
    Formatted {
        #[problem(extension)]
        text: String,
        #[problem(extension)]
        number: f64,
        #[problem(extension, header = "x-optional")]
        optional: Option<String>,
        #[problem(flatten)]
        more: BTreeMap<String, Option<i64>>,
        #[problem(retry_after)]
        delay: Duration,
    },
    #[problem(detail = "{1}")]
    Field(#[problem(status)] StatusCode, String, #[problem(instance)] String, #[problem(flatten)] Value),
    #[problem(transparent)]
    Details(ProblemDetails),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404, instance = "/a/{a}/b/{a}{b}/.{b}?{a}/{b}")]
struct Path {
    a: String,
    b: String,
}

/// Generates any value, and often one with a meaning in a path.
fn any_segment() -> impl Strategy<Value = String> {
    const SEGMENTS: &[&str] = &["", ".", "..", "...", "%2e", "%2E.", "/", "../", "a", "?", "#", "//"];
    prop_oneof![".*", prop::sample::select(SEGMENTS).prop_map(str::to_owned)]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any_name(), inner, 0..6)
                .prop_map(|map| Value::from(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Generates any name, and often one that is already taken.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        ".*",
        prop::sample::select(vec![
            "type", "title", "status", "detail", "instance", "text", "number", "optional"
        ])
        .prop_map(str::to_owned),
    ]
}

fn any_status() -> impl Strategy<Value = StatusCode> {
    (100_u16..1000).prop_map(|code| StatusCode::from_u16(code).unwrap())
}

fn any_details() -> impl Strategy<Value = ProblemDetails> {
    let text = || prop::option::of(".*");
    let extensions = prop::collection::vec((any_name(), any_json()), 0..6);
    (any_status(), [text(), text(), text(), text()], extensions)
        .prop_map(|(status, texts, extensions)| problem_tests::details(status, texts, extensions))
}

fn any_problem() -> impl Strategy<Value = Any> {
    let more = prop::collection::btree_map(any_name(), any::<Option<i64>>(), 0..12);
    prop_oneof![
        (".*", any::<f64>(), prop::option::of(".*"), more, any::<Duration>()).prop_map(
            |(text, number, optional, more, delay)| Any::Formatted { text, number, optional, more, delay }
        ),
        (any_status(), ".*", ".*", any_json())
            .prop_map(|(status, detail, instance, more)| Any::Field(status, detail, instance, more)),
        any_details().prop_map(Any::Details),
    ]
}

/// Returns the value as serde_json reads it back from its text, since a number may differ.
fn read_back(value: &Value) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}

proptest! {
    #[test]
    fn every_problem_has_a_lawful_response(problem in any_problem()) {
        assert_lawful(&problem);
    }

    #[test]
    fn the_members_have_the_values_of_the_fields(
        text in ".*",
        number in any::<f64>(),
        optional in prop::option::of(".*"),
        more in prop::collection::btree_map(any_name(), any::<Option<i64>>(), 0..20),
        delay in any::<Duration>(),
    ) {
        // With such a value, the instance is left out.
        prop_assume!(![".", ".."].contains(&text.as_str()));
        let problem = Any::Formatted {
            text: text.clone(),
            number,
            optional: optional.clone(),
            more: more.clone(),
            delay,
        };
        let mut expected = Map::new();
        for (name, value) in more {
            expected.insert(name, json!(value));
        }
        expected.insert("text".to_owned(), json!(text));
        expected.insert("number".to_owned(), json!(number));
        expected.insert("optional".to_owned(), json!(optional));
        expected.insert("type".to_owned(), json!("https://example.com/problems/any"));
        expected.insert("title".to_owned(), json!("Formatted"));
        expected.insert("status".to_owned(), json!(403));
        expected.insert("detail".to_owned(), json!(format!("{text:?} {number:>8.2}")));
        expected.remove("instance");
        expected.retain(|_, value| !value.is_null());

        let mut sent: Map<String, Value> = serde_json::from_slice(&problem.to_json()).unwrap();
        let instance = sent.remove("instance").unwrap();
        prop_assert_eq!(Value::from(sent), read_back(&Value::from(expected)));
        prop_assert!(iri_string::types::UriReferenceStr::new(instance.as_str().unwrap()).is_ok());

        let seconds = delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0)).to_string();
        let response = problem.to_response();
        prop_assert_eq!(response.headers()["retry-after"].to_str().unwrap(), seconds);
        let is_header_value = text.bytes().all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\t');
        let sent_text = response.headers().get("x-text").map(|value| value.to_str().unwrap());
        prop_assert_eq!(sent_text, is_header_value.then(|| text.trim_matches([' ', '\t'])));
    }

    #[test]
    fn a_string_is_escaped_as_by_serde_json(text in ".*") {
        let details = ProblemDetails::new(StatusCode::GONE).with_detail(&text);
        let json = details.to_json();
        let quoted = serde_json::to_vec(&text).unwrap();
        let ending = [b"\"detail\":", &quoted[..], b"}"].concat();
        prop_assert!(json.ends_with(&ending));
    }

    #[test]
    fn an_instance_is_sent_if_it_is_a_uri_reference(
        instance in prop_oneof![".*", "[!-~]*", "([a-z]+:)?(//[a-z.]+)?[a-z/%0-9?#]*"],
    ) {
        let details = ProblemDetails::new(StatusCode::GONE).with_instance(&instance);
        let is_reference = iri_string::types::UriReferenceStr::new(&instance).is_ok() && !instance.is_empty();
        prop_assert_eq!(member_names(&details.to_json()).contains(&"instance".to_owned()), is_reference);
    }

    #[test]
    fn a_value_does_not_change_the_path_of_an_instance(
        a in any_segment(),
        b in any_segment(),
    ) {
        let problem = Path { a: a.clone(), b: b.clone() };
        assert_lawful(&problem);
        let dots = [".", ".."];
        let joined = [&*a, &*b].concat();
        let is_moved = [&*a, &*joined, &*format!(".{b}")].iter().any(|segment| dots.contains(segment));
        let Some(instance) = problem.to_details().instance().map(str::to_owned) else {
            prop_assert!(is_moved);
            return Ok(());
        };
        prop_assert!(!is_moved);
        let base = iri_string::types::UriAbsoluteStr::new("https://example.com/x/y").unwrap();
        let resolved = iri_string::types::UriReferenceStr::new(&instance).unwrap().resolve_against(base);
        prop_assert_eq!(resolved.to_string(), format!("https://example.com{instance}"));
    }

    #[test]
    fn a_problem_is_displayed_on_one_line(texts in [".*", "(\\PC|[\n\r\u{1b}\u{202e}\u{2028}])*", "\\p{Cf}*"]) {
        for text in texts {
            let details = ProblemDetails::new(StatusCode::GONE).with_title(&text).with_detail(&text);
            let shown = details.to_string();
            let is_forged = |char: char| char.is_control() || "\u{202e}\u{2066}\u{2028}\u{200f}".contains(char);
            prop_assert!(!shown.contains(is_forged), "{:?}", shown);
        }
    }

    #[test]
    fn details_survive_their_own_body(details in any_details()) {
        let read = details.to_details();
        prop_assert_eq!(read.to_details(), read.clone());
        prop_assert_eq!(read.to_json(), details.to_json());
    }
}
