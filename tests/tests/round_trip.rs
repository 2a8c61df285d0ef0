//! Properties of reading: it never panics, and an error that was sent is read back unchanged.

use http::{Response, StatusCode};
use problem_core::client::CallError;
use problem_core::{FromProblem, Problem, ProblemDetails, ReadError};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Point {
    x: i32,
    label: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Flat {
    amount: u64,
    remark: Option<String>,
    places: Vec<Point>,
}

/// Defines an enum with every kind of field, and a strategy for its values.
macro_rules! every {
    ($name:ident $(, $base:literal)?) => {
        mod $name {
            use super::*;

            #[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
            #[error("log")]
            #[problem(challenge = "Bearer", extension("service" = "vault") $(, base = $base)?)]
            pub(super) enum Every {
                #[problem(status = 404)]
                Unit,
                #[problem(status = 403, type = "members", detail = "{number} of {text}")]
                Members {
                    #[problem(extension)]
                    number: u32,
                    #[problem(extension)]
                    text: String,
                    #[problem(extension)]
                    float: f64,
                    #[problem(extension = "renamed")]
                    small: Option<i8>,
                    #[problem(extension)]
                    optional: Option<String>,
                    #[problem(extension)]
                    point: Point,
                    #[problem(extension)]
                    points: Option<Vec<Point>>,
                    #[problem(extension)]
                    map: BTreeMap<String, Vec<bool>>,
                    #[problem(extension, default)]
                    or_default: u8,
                    #[problem(default)]
                    unsent: Vec<String>,
                },
                #[problem(status = 400, type = "map")]
                FlatMap(
                    #[problem(extension = "first")] String,
                    #[problem(extension = "none")] Option<u8>,
                    #[problem(flatten)] BTreeMap<String, i64>,
                ),
                #[problem(status = 422, type = "struct#flat")]
                FlatStruct {
                    #[problem(flatten)]
                    flat: Flat,
                    #[problem(extension)]
                    beside: bool,
                },
                #[problem(status = 405, type = "headers?of=many", header("allow" = "{allow}"))]
                Headers {
                    allow: String,
                    #[problem(header = "x-number")]
                    number: i16,
                    #[problem(header = "x-optional")]
                    optional: Option<String>,
                    #[problem(header = "x-or-default", default)]
                    or_default: u8,
                    #[problem(retry_after)]
                    wait: Duration,
                    #[problem(extension)]
                    member: Option<u64>,
                },
                #[problem(status = 429)]
                Blank {
                    #[problem(retry_after)]
                    seconds: u32,
                    #[problem(extension)]
                    limit: u32,
                },
                #[problem(status = 503, type = "./wait")]
                Wait {
                    #[problem(retry_after)]
                    seconds: Option<u64>,
                    #[problem(instance)]
                    instance: String,
                },
                #[problem(type = "any")]
                AnyOfType(#[problem(status)] StatusCode, #[problem(instance)] Option<String>),
                AnyOfBlank {
                    #[problem(status)]
                    status: StatusCode,
                    #[problem(extension)]
                    text: String,
                },
                #[problem(status = 400, type = "given", extension("kind" = Self::kind))]
                Given {
                    #[problem(detail)]
                    detail: String,
                    #[problem(flatten)]
                    more: BTreeMap<String, i64>,
                },
                #[problem(type = "number")]
                Number(#[problem(status)] u16, #[problem(retry_after)] Option<SystemTime>),
                Context {
                    #[problem(transparent)]
                    inner: WithinContext,
                    #[problem(extension)]
                    attempt: u32,
                    #[problem(header = "x-worker")]
                    worker: Option<String>,
                    #[problem(default)]
                    unsent: Vec<String>,
                },
                #[error(transparent)]
                #[problem(transparent)]
                Inner(Inner),
                #[error(transparent)]
                #[problem(transparent)]
                Boxed(Box<InnerStruct>),
                #[error(transparent)]
                #[problem(other)]
                Other(ProblemDetails),
            }

            impl Every {
                fn kind(&self) -> Map<String, Value> {
                    Map::from_iter([("log".to_owned(), Value::from(self.to_string()))])
                }
            }

            #[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
            #[error("log")]
            #[problem(status = 502, type = "within" $(, base = $base)?)]
            pub(super) struct WithinContext(#[problem(extension = "within")] i8);

            #[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
            #[error("log")]
            #[problem(status = 409, rename_all = "camelCase" $(, base = $base)?)]
            pub(super) enum Inner {
                #[problem(type = "inner")]
                Named {
                    #[problem(extension)]
                    inner_number: i64,
                },
                #[problem(status = 410)]
                Gone,
            }

            #[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
            #[error("log")]
            #[problem(status = 409, type = "inner-struct" $(, base = $base)?)]
            pub(super) struct InnerStruct(#[problem(extension = "inner")] Option<Vec<u8>>);

            pub(super) fn any_inner() -> impl Strategy<Value = Inner> {
                prop_oneof![
                    any::<i64>().prop_map(|inner_number| Inner::Named { inner_number }),
                    Just(Inner::Gone),
                ]
            }

            fn any_members() -> impl Strategy<Value = Every> {
                let texts = (".*", prop::option::of(".*"));
                let numbers = (any::<u32>(), any_float(), any::<Option<i8>>(), any::<u8>());
                let points = (any_point(), prop::option::of(prop::collection::vec(any_point(), 0..3)));
                let map = prop::collection::btree_map(".*", prop::collection::vec(any::<bool>(), 0..3), 0..3);
                (texts, numbers, points, map).prop_map(
                    |((text, optional), (number, float, small, or_default), (point, points), map)| {
                        let unsent = Vec::new();
                        Every::Members {
                            number, text, float, small, optional, point, points, map, or_default, unsent,
                        }
                    },
                )
            }

            fn any_headers() -> impl Strategy<Value = Every> {
                let texts = (HEADER_VALUE, prop::option::of(HEADER_VALUE));
                (texts, any::<i16>(), any::<u8>(), any::<u64>(), any::<Option<u64>>()).prop_map(
                    |((allow, optional), number, or_default, seconds, member)| {
                        let wait = Duration::from_secs(seconds);
                        Every::Headers { allow, number, optional, or_default, wait, member }
                    },
                )
            }

            fn any_context() -> impl Strategy<Value = Every> {
                (any::<i8>(), any::<u32>(), prop::option::of(HEADER_VALUE)).prop_map(
                    |(inner, attempt, worker)| {
                        let unsent = Vec::new();
                        Every::Context { inner: WithinContext(inner), attempt, worker, unsent }
                    },
                )
            }

            pub(super) fn any_every() -> impl Strategy<Value = Every> {
                let more = || prop::collection::btree_map(any_free_name(), any::<i64>(), 0..6);
                let places = prop::collection::vec(any_point(), 0..3);
                prop_oneof![
                    Just(Every::Unit),
                    any_members(),
                    (".*", any::<Option<u8>>(), more()).prop_map(|(first, none, more)| {
                        Every::FlatMap(first, none, more)
                    }),
                    (any::<u64>(), prop::option::of(".*"), places, any::<bool>()).prop_map(
                        |(amount, remark, places, beside)| {
                            let flat = Flat { amount, remark, places };
                            Every::FlatStruct { flat, beside }
                        },
                    ),
                    any_headers(),
                    any::<(u32, u32)>().prop_map(|(seconds, limit)| Every::Blank { seconds, limit }),
                    (any::<Option<u64>>(), any_instance())
                        .prop_map(|(seconds, instance)| Every::Wait { seconds, instance }),
                    (any_error_status(), prop::option::of(any_instance()))
                        .prop_map(|(status, instance)| Every::AnyOfType(status, instance)),
                    (any_error_status(), ".*")
                        .prop_filter("belongs to another variant", |(status, _)| *status != 404 && *status != 429)
                        .prop_map(|(status, text)| Every::AnyOfBlank { status, text }),
                    (".*", more()).prop_map(|(detail, more)| Every::Given { detail, more }),
                    (400_u16..600, prop::option::of(any_date()))
                        .prop_map(|(status, date)| Every::Number(status, date)),
                    any_context(),
                    any_inner().prop_map(Every::Inner),
                    any::<Option<Vec<u8>>>().prop_map(|inner| Every::Boxed(Box::new(InnerStruct(inner)))),
                    any_other().prop_map(Every::Other),
                ]
            }

            /// Returns the error as read from [`URL`].
            ///
            /// A field holds the instance as it was sent, but details hold the resolved instance.
            pub(super) fn resolved(error: Every) -> Every {
                match error {
                    Every::Other(details) => match details.instance().map(resolved_instance) {
                        Some(instance) => Every::Other(details.with_instance(instance)),
                        None => Every::Other(details),
                    },
                    error => error,
                }
            }
        }
    };
}

every!(relative);
every!(absolute, "https://example.com/problems/");

/// The URL that a response comes from.
const URL: &str = "https://api.example.org/v1/x";

fn resolved_instance(instance: &str) -> String {
    match instance.strip_prefix('/') {
        Some(path) => format!("https://api.example.org/{path}"),
        None => instance.to_owned(),
    }
}

/// Visible ASCII, with spaces only in between. Other values would not be sent unchanged.
const HEADER_VALUE: &str = "([!-~]([ -~]{0,8}[!-~])?)?";

fn any_instance() -> impl Strategy<Value = String> {
    prop_oneof!["/[a-z0-9]{1,4}(/[a-z0-9]{0,4}){0,3}", "urn:x:[a-zA-Z:]{1,8}", "https://e\\.org/[a-z?#]{0,1}"]
}

/// Generates finite numbers. A NaN or an infinity is `null` in JSON, so it is not sent.
fn any_float() -> impl Strategy<Value = f64> {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    prop_oneof![POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO, (-9_i32..9).prop_map(f64::from)]
}

fn any_point() -> impl Strategy<Value = Point> {
    (any::<i32>(), prop::option::of(".*")).prop_map(|(x, label)| Point { x, label })
}

/// Generates dates in whole seconds, as header fields have them.
fn any_date() -> impl Strategy<Value = SystemTime> {
    (0..253_402_300_800_u64).prop_map(|seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

fn any_error_status() -> impl Strategy<Value = StatusCode> {
    (400_u16..600).prop_map(|code| StatusCode::from_u16(code).unwrap())
}

/// Generates a name that an entry of `FlatMap` can have.
fn any_free_name() -> impl Strategy<Value = String> {
    let taken = ["type", "title", "status", "detail", "instance", "first", "none", "service", "kind"];
    prop_oneof![".*", "[a-z]{1,3}", Just("text".to_owned()), Just("Type".to_owned())]
        .prop_filter("taken", move |name| !taken.contains(&name.as_str()))
}

/// Generates details without a declared type, but with every member that is always sent.
fn any_other() -> impl Strategy<Value = ProblemDetails> {
    let extensions = prop::collection::vec((any_free_name(), any_json()), 0..4);
    (any_error_status(), "[a-z]{1,8}", ".*", ".*", prop::option::of(any_instance()), extensions).prop_map(
        |(status, type_uri, title, detail, instance, extensions)| {
            let mut details = ProblemDetails::new(status)
                .with_type(format!("urn:other:{type_uri}"))
                .with_title(title)
                .with_detail(detail);
            if let Some(instance) = instance {
                details = details.with_instance(instance);
            }
            let extensions = extensions.into_iter().filter(|(_, value)| !value.is_null());
            extensions.fold(details, |details, (name, value)| details.with_extension(name, &value))
        },
    )
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_u16..700).prop_map(Value::from),
        (100_u16..600).prop_map(|code| Value::from(f64::from(code))),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            any_object(inner).prop_map(Value::from),
        ]
    })
}

/// Generates an object in which many members have standard names.
fn any_object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let standard = prop::sample::select(vec!["type", "title", "status", "detail", "instance"]);
    let name = prop_oneof![".*", standard.prop_map(str::to_owned)];
    prop::collection::btree_map(name, value, 0..8).prop_map(|object| object.into_iter().collect())
}

/// Returns the members to be read from an object: all but the standard members of the wrong type.
fn as_read(object: &Map<String, Value>) -> Map<String, Value> {
    // The number may be written in any form.
    let code = |value: &Value| (100_u16..600).find(|code| value.as_f64() == Some(f64::from(*code)));
    let members = object.iter().filter_map(|(name, value)| {
        let read = match name.as_str() {
            "type" | "title" | "detail" | "instance" => value.is_string().then(|| value.clone()),
            "status" => code(value).map(Value::from),
            _ => Some(value.clone()),
        };
        Some((name.clone(), read?))
    });
    members.collect()
}

/// Reads a text, and checks that the details can be written and read again unchanged.
fn read_twice(json: &[u8]) -> Result<ProblemDetails, ReadError> {
    let details = ProblemDetails::from_json(json)?;
    let written = serde_json::to_vec(&details).unwrap();
    assert_eq!(ProblemDetails::from_json(&written).unwrap(), details, "{}", String::from_utf8_lossy(json));
    Ok(details)
}

/// A change at a position in a text.
#[derive(Debug, Clone)]
enum Change {
    Replace(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Repeat(Index, Index),
    End(Index),
}

fn any_change() -> impl Strategy<Value = Change> {
    let byte = || {
        prop_oneof![any::<u8>(), prop::sample::select(b"{}[]\",:\\ 0123456789eE+-.utnf\xef\xbb\xbf".to_vec())]
    };
    prop_oneof![
        any::<Index>().prop_flat_map(move |index| byte().prop_map(move |byte| Change::Replace(index, byte))),
        any::<Index>().prop_flat_map(move |index| byte().prop_map(move |byte| Change::Insert(index, byte))),
        any::<Index>().prop_map(Change::Remove),
        any::<(Index, Index)>().prop_map(|(start, end)| Change::Repeat(start, end)),
        any::<Index>().prop_map(Change::End),
    ]
}

fn changed(mut text: Vec<u8>, changes: Vec<Change>) -> Vec<u8> {
    for change in changes {
        let at = |index: Index| index.index(text.len().max(1)).min(text.len().saturating_sub(1));
        match change {
            _ if text.is_empty() => {}
            Change::Replace(index, byte) => {
                let at = at(index);
                text[at] = byte;
            }
            Change::Insert(index, byte) => text.insert(at(index), byte),
            Change::Remove(index) => {
                text.remove(at(index));
            }
            Change::Repeat(start, end) => {
                let (start, end) = (at(start).min(at(end)), at(start).max(at(end)));
                text.splice(start..start, text[start..end].to_vec());
            }
            Change::End(index) => text.truncate(at(index)),
        }
    }
    text
}

/// Checks that an error is read back from its response, both directly and through the details.
///
/// `resolved` is the error that is read from resolved details.
fn assert_survives<T>(error: &T, resolved: &T)
where
    T: Problem + FromProblem + TryFrom<ProblemDetails, Error: Debug> + Debug + PartialEq,
{
    let response = error.to_response();
    assert_eq!(T::from_problem_response(&response).unwrap().as_ref(), Ok(error));
    let details = ProblemDetails::from_response(&response).unwrap();
    assert_eq!(T::from_problem(details.clone()).as_ref(), Ok(error));
    assert_eq!(T::try_from(details.clone()).as_ref().unwrap(), error);
    assert_eq!(T::try_from(details.resolve(URL)).as_ref().unwrap(), resolved);
    assert_eq!(CallError::<T>::from_response(response.clone(), None).typed(), Some(error));
    assert_eq!(CallError::<T>::from_response(response, Some(URL)).typed(), Some(resolved));
}

/// Generates the members of an error as text in any order, with more members of the same names and any types.
fn any_members_of<T: Problem>(error: &T) -> impl Strategy<Value = String> + use<T> {
    let object: Map<String, Value> = serde_json::from_slice(&error.to_json()).unwrap();
    let members: Vec<_> = object.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
    let name = prop::sample::select(vec![
        "type",
        "t\\u0079pe",
        "title",
        "status",
        "detail",
        "instance",
        "number",
        "text",
        "float",
        "renamed",
        "optional",
        "point",
        "points",
        "map",
        "or_default",
        "first",
        "none",
        "amount",
        "remark",
        "places",
        "beside",
        "member",
        "limit",
        "innerNumber",
        "inner",
        "attempt",
        "within",
        "service",
        "kind",
        "unknown",
    ]);
    let value = prop::sample::select(vec![
        "null",
        "true",
        "0",
        "-1",
        "7",
        "7.0",
        "7e0",
        "404",
        "404.0",
        "429",
        "410",
        "500",
        "999",
        "1e400",
        "0.1",
        "18446744073709551615",
        "18446744073709551616",
        r#""""#,
        r#""text""#,
        r#""\u0000""#,
        r#""7""#,
        "[]",
        "[true]",
        "[7]",
        "{}",
        r#"{"x":7}"#,
        r#"{"x":7,"x":8}"#,
        r#"{"x":7,"label":"a","more":[]}"#,
        r#"[{"x":7}]"#,
        r#"{"a":[true,false]}"#,
        r#"{"a":[],"a":7}"#,
        r#""about:blank""#,
        r#""ABOUT:blank""#,
        r#""members""#,
        r#""m\u0065mbers""#,
        r#""map""#,
        r#""any""#,
        r#""inner""#,
        r#""https://example.com/problems/members""#,
        r#""HTTPS://example.com/problems/map""#,
        r#""https://example.com/problems/any""#,
        r#""urn:x:y""#,
    ]);
    let more = prop::collection::vec((name, value), 0..4);
    let all = more.prop_map(move |more| {
        let more = more.into_iter().map(|(name, value)| format!("\"{name}\":{value}"));
        members.iter().cloned().chain(more).collect::<Vec<_>>()
    });
    // Most texts begin with the type, and the reader has a separate path for them.
    (all.prop_shuffle(), any::<bool>(), prop::sample::select(vec![",", " ,\n"])).prop_map(
        |(mut members, is_type_first, comma)| {
            if is_type_first {
                members.sort_by_key(|member| !member.starts_with("\"type\""));
            }
            format!("{{{}}}", members.join(comma))
        },
    )
}

/// Checks that reading a text or a response in one step has the same result as in two steps.
fn assert_one_step_is_two<T>(json: &str, response: Response<impl AsRef<[u8]>>)
where
    T: FromProblem + TryFrom<ProblemDetails, Error: Debug> + Debug + PartialEq,
{
    let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
    let in_two = T::from_problem(details.clone());
    assert_eq!(T::from_problem_json(json.as_bytes()).unwrap(), in_two, "{json}");
    if let Err(unread) = in_two {
        assert_eq!(unread, details, "a problem that does not match is returned unchanged");
    }
    let response = response.map(|_| json.to_owned());
    let in_two = T::from_problem(ProblemDetails::from_response(&response).unwrap());
    assert_eq!(T::from_problem_response(&response).unwrap(), in_two, "{json}");
}

proptest! {
    #[test]
    fn any_json_is_read(value in any_json()) {
        let json = value.to_string();
        // A number may change when it is read back.
        let value: Value = serde_json::from_str(&json).unwrap();
        match (read_twice(json.as_bytes()), &value) {
            (Ok(details), Value::Object(object)) => {
                prop_assert_eq!(serde_json::to_value(&details).unwrap(), Value::from(as_read(object)));
                prop_assert_eq!(serde_json::from_value::<ProblemDetails>(value).unwrap(), details);
            }
            (Err(ReadError::NotAnObject), value) => prop_assert!(!value.is_object()),
            (found, _) => prop_assert!(false, "{:?}", found),
        }
    }

    #[test]
    fn any_object_is_read(object in any_object(any_json())) {
        let json = Value::from(object).to_string();
        let object: Map<String, Value> = serde_json::from_str(&json).unwrap();
        let details = read_twice(json.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_value(&details).unwrap(), Value::from(as_read(&object)));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = read_twice(&bytes);
        let _ = relative::Every::from_problem_json(&bytes);
    }

    #[test]
    fn any_punctuation_is_read(text in "[{}\\[\\]\",:\\\\ 01eE+.truefalsn-]{0,24}") {
        let _ = read_twice(text.as_bytes());
        let _ = relative::Every::from_problem_json(text.as_bytes());
    }

    #[test]
    fn a_problem_with_changes_is_read(
        error in relative::any_every(),
        changes in prop::collection::vec(any_change(), 1..6),
    ) {
        let json = changed(error.to_json().to_vec(), changes);
        // In one step, a problem may be readable even if a member that no field reads is not.
        if let Ok(details) = read_twice(&json) {
            prop_assert_eq!(relative::Every::from_problem_json(&json).unwrap(), relative::Every::from_problem(details));
        } else {
            let _ = relative::Every::from_problem_json(&json);
        }
    }

    #[test]
    fn an_error_of_a_relative_type_is_read_back(error in relative::any_every()) {
        assert_survives(&error, &relative::resolved(error.clone()));
    }

    #[test]
    fn an_error_of_an_absolute_type_is_read_back(error in absolute::any_every()) {
        assert_survives(&error, &absolute::resolved(error.clone()));
    }

    #[test]
    fn an_error_without_a_variant_for_others_is_read_back(
        relative in relative::any_inner(),
        absolute in absolute::any_inner(),
    ) {
        assert_survives(&relative, &relative);
        assert_survives(&absolute, &absolute);
    }

    #[test]
    fn one_step_reads_the_same_as_two(
        (error, json) in relative::any_every().prop_flat_map(|error| {
            let json = any_members_of(&error);
            (Just(error), json)
        }),
    ) {
        assert_one_step_is_two::<relative::Every>(&json, error.to_response());
        assert_one_step_is_two::<relative::Inner>(&json, error.to_response());
        assert_one_step_is_two::<absolute::Every>(&json, error.to_response());
    }

    #[test]
    fn one_step_reads_the_same_as_two_for_an_absolute_type(
        (error, json) in absolute::any_every().prop_flat_map(|error| {
            let json = any_members_of(&error);
            (Just(error), json)
        }),
    ) {
        assert_one_step_is_two::<absolute::Every>(&json, error.to_response());
        assert_one_step_is_two::<absolute::InnerStruct>(&json, error.to_response());
    }
}
