//! Reads any bytes as XML. The problem must be sent as XML and read again without loss, and nothing may panic.
//!
//! If the bytes are a problem in JSON, it is sent as XML and read again, too. It may only lose what XML cannot express.
//! If it loses more than a `null`, the negotiated response must be JSON.
//!
//! `Cargo.toml` says how to run this.

#![no_main]

use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;
use problem_core::{Format, Problem, ProblemDetails, ReadError};
use serde_json::{Map, Value};

fuzz_target!(|data: &[u8]| {
    if let Ok(details) = ProblemDetails::from_xml(data) {
        let details = details.forwarding(&[]);
        assert_sent(&details);
        if let Some(again) = read(&details.to_xml()) {
            assert_eq!(
                again.extensions(),
                details.extensions(),
                "extensions that were read from XML can be written as XML"
            );
            assert_eq!(again.instance(), details.instance().filter(|_| again.instance().is_some()));
        }
        // As JSON, the problem has the same members, with texts instead of numbers.
        let json = ProblemDetails::from_json(&details.to_json()).expect("the written body is a problem");
        assert_eq!(json.extensions(), details.extensions());
        let _ = (details.to_string(), format!("{details:?}"));
    }
    if let Ok(details) = ProblemDetails::from_json(data) {
        assert_sent(&details.forwarding(&[]));
    }
});

/// Reads a problem that was written as XML.
///
/// Returns `None` if it is longer than the reader accepts, since escapes make a text longer.
fn read(xml: &[u8]) -> Option<ProblemDetails> {
    match ProblemDetails::from_xml(xml) {
        Err(ReadError::TooLong(limit)) if xml.len() > limit => None,
        read => Some(read.expect("the written body is a problem")),
    }
}

/// Checks that the sent problem has all members of an error, and everything else that XML can carry.
fn assert_sent(details: &ProblemDetails) {
    let Some(sent) = read(&details.to_xml()) else { return };
    let json = details.to_details();
    assert_eq!(sent.status(), json.status());
    assert_eq!(sent.type_uri(), collapsed(json.type_uri()));
    assert_eq!(sent.title().map(str::to_owned), json.title().map(in_xml));
    assert_eq!(sent.detail().map(str::to_owned), json.detail().map(in_xml));
    // A URI reference has no character that XML lacks.
    assert_eq!(sent.instance(), json.instance());
    let mut is_complete = true;
    let extensions = members(json.extensions(), &mut is_complete);
    assert_eq!(sent.extensions(), &extensions);

    let accept = Format::Xml.content_type();
    let response = details.respond(&HeaderMap::from_iter([(ACCEPT, accept.clone())]));
    let format = if is_complete { Format::Xml } else { Format::Json };
    assert_eq!(response.headers()[CONTENT_TYPE], format.content_type());
    assert_eq!(response.body(), &if is_complete { details.to_xml() } else { details.to_json() });
    let received = ProblemDetails::from_response(&response).expect("the response is a problem");
    assert!(!received.status_mismatch());

    let page = details.to_html();
    assert!(std::str::from_utf8(&page).is_ok_and(|page| page.ends_with("</html>\n")));
    let html = details.respond(&HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("text/html"))]));
    assert_eq!(html.body(), &page);
    assert_eq!(html.status(), response.status());
}

/// Returns the members of an object as they are read from XML.
fn members(object: &Map<String, Value>, is_complete: &mut bool) -> Map<String, Value> {
    let mut read = Map::new();
    for (name, value) in object.iter().filter(|(_, value)| !value.is_null()) {
        if is_name(name) {
            read.insert(name.clone(), untyped(value, is_complete));
        } else {
            *is_complete = false;
        }
    }
    read
}

/// Returns a value as it is read from XML: as text, unless it is an array or object that is not empty.
fn untyped(value: &Value, is_complete: &mut bool) -> Value {
    let empty = Value::String(String::new());
    match value {
        Value::Null => empty,
        Value::String(text) => Value::String(in_xml(text)),
        Value::Bool(_) | Value::Number(_) => Value::String(value.to_string()),
        Value::Array(items) if items.is_empty() => empty,
        Value::Array(items) => items.iter().map(|item| untyped(item, is_complete)).collect(),
        Value::Object(object) => {
            let members = members(object, is_complete);
            if !members.is_empty() && members.keys().all(|name| name == "i") {
                *is_complete = false;
                empty
            } else if members.is_empty() {
                empty
            } else {
                Value::Object(members)
            }
        }
    }
}

/// Replaces the characters that XML does not have (XML 1.0, section 2.2).
fn in_xml(text: &str) -> String {
    let is_char = |char: char| {
        matches!(char, '\t' | '\n' | '\r') || (char >= ' ' && !"\u{fffe}\u{ffff}".contains(char))
    };
    text.chars().map(|char| if is_char(char) { char } else { char::REPLACEMENT_CHARACTER }).collect()
}

fn collapsed(text: &str) -> String {
    in_xml(text).split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns whether a member name is an element name. For ASCII names, this does not depend on the code under test.
fn is_name(name: &str) -> bool {
    let is_first = |char: char| char.is_ascii_alphabetic() || char == '_';
    let is_next = |char: char| is_first(char) || char.is_ascii_digit() || "-.".contains(char);
    if name.is_ascii() {
        return name.starts_with(is_first) && name.chars().all(is_next);
    }
    // For any other name, the reader decides.
    let xml = format!("<problem xmlns=\"urn:ietf:rfc:7807\"><{name}/></problem>");
    ProblemDetails::from_xml(xml.as_bytes()).is_ok_and(|read| read.extensions().keys().eq([name]))
}
