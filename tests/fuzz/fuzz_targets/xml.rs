//! Reads any bytes as XML: what is read is sent as XML and read again without a loss, and nothing panics.
//!
//! Bytes that are a problem in JSON are sent as XML and read again, too: what XML has no way to say is then known, and
//! the negotiated response is XML only if that is all that is lost.
//! The manifest says how to run this.

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
            assert_eq!(again.extensions(), details.extensions(), "what is from XML fits in XML");
            assert_eq!(again.instance(), details.instance().filter(|_| again.instance().is_some()));
        }
        // As JSON it holds the same, with texts for numbers.
        let json = ProblemDetails::from_json(&details.to_json()).expect("what was written is a problem");
        assert_eq!(json.extensions(), details.extensions());
        let _ = (details.to_string(), format!("{details:?}"));
    }
    if let Ok(details) = ProblemDetails::from_json(data) {
        assert_sent(&details.forwarding(&[]));
    }
});

/// Reads what was written; `None` if it is longer than the reader takes, since escapes are longer than what they stand
/// for.
fn read(xml: &[u8]) -> Option<ProblemDetails> {
    match ProblemDetails::from_xml(xml) {
        Err(ReadError::TooLong(limit)) if xml.len() > limit => None,
        read => Some(read.expect("what was written is a problem")),
    }
}

/// What is sent has the members of an error, and of the rest all that XML can carry.
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

/// The members of an object as XML has them.
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

/// What a reader makes of a value: text, unless there is something within.
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

/// A text without the characters that XML lacks (XML 1.0, section 2.2).
fn in_xml(text: &str) -> String {
    let is_char = |char: char| {
        matches!(char, '\t' | '\n' | '\r') || (char >= ' ' && !"\u{fffe}\u{ffff}".contains(char))
    };
    text.chars().map(|char| if is_char(char) { char } else { char::REPLACEMENT_CHARACTER }).collect()
}

fn collapsed(text: &str) -> String {
    in_xml(text).split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether the name of a member is one of an element: as far as it is ASCII, apart from the code under test.
fn is_name(name: &str) -> bool {
    let is_first = |char: char| char.is_ascii_alphabetic() || char == '_';
    let is_next = |char: char| is_first(char) || char.is_ascii_digit() || "-.".contains(char);
    if name.is_ascii() {
        return name.starts_with(is_first) && name.chars().all(is_next);
    }
    // Whoever reads it again knows.
    let xml = format!("<problem xmlns=\"urn:ietf:rfc:7807\"><{name}/></problem>");
    ProblemDetails::from_xml(xml.as_bytes()).is_ok_and(|read| read.extensions().keys().eq([name]))
}
