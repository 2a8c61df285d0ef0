//! Helpers that the tests share. They render a response as text and check the rules that hold for every response.

pub mod markdown;

use http::header::{ACCEPT, HeaderMap, HeaderValue};
use http::{Method, StatusCode};
use problem_core::{Problem, ProblemDetails, ReadError};
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::collections::BTreeSet;
use std::fmt;

/// Returns the status code, header fields and body of a problem's response as text.
///
/// # Panics
///
/// Panics if the response breaks a rule that holds for every problem; see [`assert_lawful`].
#[must_use]
pub fn wire<P: Problem + ?Sized>(problem: &P) -> String {
    assert_lawful(problem);
    let response = problem.to_response();
    let mut wire = format!("{}\n", response.status().as_str());
    for (name, value) in response.headers() {
        wire += &[name.as_str(), ": ", value.to_str().expect("visible ASCII"), "\n"].concat();
    }
    wire.push('\n');
    wire.push_str(std::str::from_utf8(response.body()).expect("UTF-8"));
    wire
}

/// Returns the body of a problem's response.
///
/// # Panics
///
/// Panics if the response breaks a rule that holds for every problem; see [`assert_lawful`].
#[must_use]
pub fn body<P: Problem + ?Sized>(problem: &P) -> String {
    assert_lawful(problem);
    String::from_utf8(problem.to_json().to_vec()).expect("UTF-8")
}

/// Checks the rules that hold for the response of every problem.
///
/// # Panics
///
/// Panics if the response breaks one of them.
pub fn assert_lawful<P: Problem + ?Sized>(problem: &P) {
    let response = problem.to_response();
    let body = response.body();
    assert_eq!(*body, problem.to_json(), "the body of a response is the JSON of the problem");
    assert_eq!(response.status(), problem.http_status());
    assert_eq!(response.headers().get_all("content-type").iter().count(), 1);
    assert_eq!(response.headers()["content-type"], "application/problem+json");

    let names = member_names(body);
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!(names.len(), distinct.len(), "a name was written twice: {names:?}");
    assert!(names.starts_with(&["type", "title", "status", "detail"].map(str::to_owned)), "{names:?}");
    if let Some(position) = names.iter().position(|name| name == "instance") {
        assert_eq!(position, 4, "{names:?}");
    }

    let object: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    assert_eq!(object["status"].as_u64(), Some(u64::from(response.status().as_u16())));
    assert!((400..600).contains(&response.status().as_u16()));
    assert!(object["type"].is_string() && object["title"].is_string() && object["detail"].is_string());
    assert!(object.as_object().expect("an object").values().all(|value| !value.is_null()));

    let details = problem.to_details();
    assert_eq!(serde_json::to_value(&details).expect("JSON"), object, "the details agree with the body");
    assert_eq!(details.status(), StatusCode::from_u16(response.status().as_u16()).ok());

    for (accept, content_type) in [
        ("application/problem+json", "application/problem+json"),
        ("application/problem+xml", "application/problem+xml"),
        ("text/html", "text/html; charset=utf-8"),
    ] {
        let request = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]);
        let negotiated = problem.respond(&request);
        assert_eq!(negotiated.status(), response.status(), "{accept}");
        let found: Vec<_> = negotiated.headers().get_all("content-type").iter().collect();
        if found == ["application/problem+json"] {
            // Either JSON was asked for, or XML would lose a member.
            assert_eq!(negotiated.body(), body, "{accept}");
            assert_ne!(accept, "text/html");
        } else {
            assert_eq!(found, [content_type]);
        }
        if accept == "application/problem+xml" {
            assert_xml(&problem.to_xml(), response.status());
        }
        let head = problem.respond_to(&Method::HEAD, &request);
        assert!(head.body().is_empty());
        assert_eq!(head.status(), response.status(), "{accept}");
    }
}

/// Checks that the XML can be read, unless it is too long for the reader.
fn assert_xml(xml: &[u8], status: StatusCode) {
    match ProblemDetails::from_xml(xml) {
        Ok(details) => assert_eq!(details.status(), Some(status)),
        Err(error) => assert!(matches!(error, ReadError::TooLong(_)), "{error:?}"),
    }
}

/// Returns the names of an object's members in their order, including duplicates.
///
/// # Panics
///
/// Panics if `json` is not a single JSON object.
#[must_use]
pub fn member_names(json: &[u8]) -> Vec<String> {
    struct Names;

    impl<'de> Visitor<'de> for Names {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
            let mut names = Vec::new();
            while let Some((name, _)) = map.next_entry::<String, IgnoredAny>()? {
                names.push(name);
            }
            Ok(names)
        }
    }

    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let names = deserializer.deserialize_map(Names).expect("one JSON object");
    deserializer.end().expect("nothing after the object");
    names
}

/// Returns details with these members. The texts are the type, title, detail and instance, in this order.
#[must_use]
pub fn details(
    status: StatusCode,
    [type_uri, title, detail, instance]: [Option<String>; 4],
    extensions: Vec<(String, serde_json::Value)>,
) -> ProblemDetails {
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
    extensions.into_iter().fold(details, |details, (name, value)| details.with_extension(name, &value))
}
