//! Tests of the XML that is sent.

use super::read;
use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{Problem, ProblemDetails};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The document up to the extension members of [`with`].
const BEGINNING: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type>"#,
    "<title>Gone</title><status>410</status><detail>d</detail>",
);

fn with(name: &str, value: &Value) -> ProblemDetails {
    ProblemDetails::new(StatusCode::GONE).with_detail("d").with_extension(name, value)
}

fn to_xml(problem: &impl Problem) -> String {
    String::from_utf8(problem.to_xml().to_vec()).unwrap()
}

/// Returns the status code, the media type and the body of the response to a request for XML.
fn respond(problem: &impl Problem) -> (u16, String, String) {
    let accept = HeaderMap::from_iter([(
        "accept".parse().unwrap(),
        HeaderValue::from_static("application/problem+xml"),
    )]);
    let response = problem.respond(&accept);
    assert_eq!(response.headers()["vary"], "Accept");
    let content_type = response.headers()["content-type"].to_str().unwrap().to_owned();
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    (response.status().as_u16(), content_type, body)
}

/// Checks the XML of a problem, and that a request for XML gets it.
fn assert_complete(problem: &impl Problem, expected: &str) {
    assert_eq!(to_xml(problem), expected);
    assert_eq!(
        respond(problem),
        (problem.http_status().as_u16(), "application/problem+xml".to_owned(), expected.to_owned())
    );
}

/// Checks the XML of a problem, and that a request for XML gets JSON instead.
fn assert_incomplete(problem: &impl Problem, expected: &str) {
    assert_eq!(to_xml(problem), expected);
    let json = String::from_utf8(problem.to_json().to_vec()).unwrap();
    assert_eq!(
        respond(problem),
        (problem.http_status().as_u16(), "application/problem+json".to_owned(), json)
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 403,
    type = "https://example.com/probs/out-of-credit",
    title = "You do not have enough credit.",
    detail = "Your current balance is {balance}, but that costs {cost}.",
    instance = "/account/12345/msgs/abc"
)]
struct OutOfCredit {
    #[problem(extension)]
    balance: i64,
    #[problem(extension)]
    cost: u8,
    #[problem(extension)]
    accounts: Vec<&'static str>,
    #[problem(flatten)]
    more: BTreeMap<String, Value>,
}

#[test]
fn rows_089_to_091_a_document_has_the_right_root_media_type_and_order() {
    let out_of_credit = |more| OutOfCredit {
        balance: -30,
        cost: 50,
        accounts: vec!["/account/12345", "/account/67890"],
        more,
    };
    let expected = |more| {
        format!(
            "{}{}{}{more}</problem>",
            r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">"#,
            "<type>https://example.com/probs/out-of-credit</type><title>You do not have enough credit.</title>\
             <status>403</status><detail>Your current balance is -30, but that costs 50.</detail>\
             <instance>/account/12345/msgs/abc</instance>",
            "<balance>-30</balance><cost>50</cost><accounts><i>/account/12345</i><i>/account/67890</i></accounts>",
        )
    };
    assert_complete(&out_of_credit(BTreeMap::new()), &expected(""));
    let more = BTreeMap::from([("a".to_owned(), json!({ "b": 1 })), ("n".to_owned(), json!(null))]);
    assert_complete(&out_of_credit(more), &expected("<a><b>1</b></a>"));
    let more = BTreeMap::from([("2nd".to_owned(), json!({ "b": 1 })), ("c".to_owned(), json!(1))]);
    assert_incomplete(&out_of_credit(more), &expected("<c>1</c>"));

    // An instance that is not a URI reference is left out, as in JSON.
    let details = ProblemDetails::new(StatusCode::GONE).with_detail("d");
    assert_complete(&details.clone().with_instance("a b<"), &[BEGINNING, "</problem>"].concat());
    assert_complete(
        &details.with_instance("?a=1&b='2'"),
        &[BEGINNING, "<instance>?a=1&amp;b='2'</instance></problem>"].concat(),
    );
}

#[test]
fn rows_093_to_097_values_are_elements_of_the_one_namespace() {
    for (row, value, expected, read_back) in [
        (93, json!(["a"]), "<x><i>a</i></x>", json!(["a"])),
        (
            93,
            json!([[1, 2], [3]]),
            "<x><i><i>1</i><i>2</i></i><i><i>3</i></i></x>",
            json!([["1", "2"], ["3"]]),
        ),
        (
            93,
            json!({ "a": 1, "b": [{ "c": [] }] }),
            "<x><a>1</a><b><i><c/></i></b></x>",
            json!({ "a": "1", "b": [{ "c": "" }] }),
        ),
        (93, json!({ "i": 1, "name": 2 }), "<x><i>1</i><name>2</name></x>", json!({ "i": "1", "name": "2" })),
        (93, json!([{ "i": [], "name": {} }]), "<x><i><i/><name/></i></x>", json!([{ "i": "", "name": "" }])),
        (94, json!([]), "<x/>", json!("")),
        (94, json!({}), "<x/>", json!("")),
        (94, json!(""), "<x/>", json!("")),
        (94, json!([null, [], {}, ""]), "<x><i/><i/><i/><i/></x>", json!(["", "", "", ""])),
        // A null member is left out, but a null item keeps its place.
        (94, json!({ "a": null }), "<x/>", json!("")),
        (94, json!({ "a": null, "b": 1 }), "<x><b>1</b></x>", json!({ "b": "1" })),
        (94, json!({ "i": null }), "<x/>", json!("")),
        (96, json!(true), "<x>true</x>", json!("true")),
        (96, json!(-1.5), "<x>-1.5</x>", json!("-1.5")),
        (96, json!(u64::MAX), "<x>18446744073709551615</x>", json!("18446744073709551615")),
        (96, json!("true"), "<x>true</x>", json!("true")),
        (96, json!("null"), "<x>null</x>", json!("null")),
        (
            97,
            json!({ "type": "/t", "xsi_nil": true }),
            "<x><type>/t</type><xsi_nil>true</xsi_nil></x>",
            json!({ "type": "/t", "xsi_nil": "true" }),
        ),
    ] {
        let problem = with("x", &value);
        assert_complete(&problem, &[BEGINNING, expected, "</problem>"].concat());
        assert_eq!(
            Value::from(read(&to_xml(&problem)).extensions().clone()),
            json!({ "x": read_back }),
            "row {row}: {value}"
        );
    }
    assert_complete(&with("x", &json!(null)), &[BEGINNING, "</problem>"].concat());
}

#[test]
fn row_095_an_object_that_would_be_read_as_an_array_is_not_sent() {
    for (value, expected) in [
        (json!({ "i": 1 }), "<x/>"),
        (json!({ "i": [1, 2] }), "<x/>"),
        (json!({ "i": { "a": 1 } }), "<x/>"),
        (json!({ "i": { "i": 1, "name": 2 } }), "<x/>"),
        // Members that are left out do not change that.
        (json!({ "2nd": 2, "i": 1 }), "<x/>"),
        (json!({ "i": 1, "x": null }), "<x/>"),
        (json!([{ "i": 1 }, 2]), "<x><i/><i>2</i></x>"),
        (json!({ "a": { "i": 1 }, "b": 2 }), "<x><a/><b>2</b></x>"),
        (json!([[[{ "i": 1 }]]]), "<x><i><i><i/></i></i></x>"),
        (
            json!({ "i": { "i": { "i": 1 }, "name": 2 }, "name": 3 }),
            "<x><i><i/><name>2</name></i><name>3</name></x>",
        ),
    ] {
        assert_incomplete(&with("x", &value), &[BEGINNING, expected, "</problem>"].concat());
    }
    // The root is never an array.
    for (value, expected) in
        [(json!(1), "<i>1</i>"), (json!([1]), "<i><i>1</i></i>"), (json!({ "a": 1 }), "<i><a>1</a></i>")]
    {
        let problem = with("i", &value);
        assert_complete(&problem, &[BEGINNING, expected, "</problem>"].concat());
        assert_eq!(read(&to_xml(&problem)).extensions().keys().collect::<Vec<_>>(), ["i"]);
    }
    assert_incomplete(&with("i", &json!({ "i": 1 })), &[BEGINNING, "<i/></problem>"].concat());
}

#[test]
fn rows_099_to_101_a_member_whose_name_xml_does_not_allow_is_left_out() {
    let expected = |elements: &str| [BEGINNING, elements, "</problem>"].concat();
    for name in [
        "", "2nd", "a b", "$id", "-x", ".x", "a:b", ":", "a<b", "a>b", "a&b", "a\"", "a/", "é=", "a\0",
        "\u{ffff}",
    ] {
        let object = |value: Value| {
            Value::from(Map::from_iter([("a".to_owned(), json!(0)), (name.to_owned(), value)]))
        };
        // The members within its value do not become members of the object around it.
        let deep = json!({ "b": [1, { "c": null }], "d": {}, "e": "}" });
        assert_incomplete(&with(name, &deep).with_extension("z", &1), &expected("<z>1</z>"));
        assert_incomplete(&with("x", &object(deep.clone())), &expected("<x><a>0</a></x>"));
        assert_incomplete(
            &with("x", &json!([1, [[object(deep.clone())], 2], 3])),
            &expected("<x><i>1</i><i><i><i><a>0</a></i></i><i>2</i></i><i>3</i></x>"),
        );
        let only = Value::from(Map::from_iter([(name.to_owned(), deep)]));
        assert_incomplete(&with("x", &json!([only, 2])), &expected("<x><i/><i>2</i></x>"));
        // A null member is left out in any case, so its name does not matter.
        assert_complete(&with("x", &object(json!(null))), &expected("<x><a>0</a></x>"));
        assert_complete(&with(name, &json!(null)), &expected(""));
    }
    for name in
        ["violated-policies", "été", "_", "a.b-c·", "日本", "💥", "xml", "XMLfoo", "xmlns", "problem", "Type"]
    {
        let problem = with(name, &json!(1));
        assert_complete(&problem, &format!("{BEGINNING}<{name}>1</{name}></problem>"));
        assert_eq!(read(&to_xml(&problem)).extension(name), Some(1), "{name}");
    }
}

#[test]
fn rows_102_and_103_texts_are_read_as_they_were_written() {
    for (text, expected) in [
        ("a < b && c ]]> d\r\n", "a &lt; b &amp;&amp; c ]]&gt; d&#xD;\n"),
        ("\"'<>&", "&quot;'&lt;&gt;&amp;"),
        ("&amp;", "&amp;amp;"),
        ("<![CDATA[x]]>", "&lt;![CDATA[x]]&gt;"),
        ("]]>", "]]&gt;"),
        ("]]]>>", "]]]&gt;&gt;"),
        ("<!-- -->", "&lt;!-- --&gt;"),
        ("\r", "&#xD;"),
        ("\r\r\n\n", "&#xD;&#xD;\n\n"),
        (" \t\n a \t\n ", " \t\n a \t\n "),
        ("\u{7f}\u{80}\u{85}\u{9f}\u{2028}", "\u{7f}\u{80}\u{85}\u{9f}\u{2028}"),
        (
            "\u{d7ff}\u{e000}\u{feff}\u{fffd}\u{10000}\u{10ffff}",
            "\u{d7ff}\u{e000}\u{feff}\u{fffd}\u{10000}\u{10ffff}",
        ),
        ("é日😀", "é日😀"),
        ("{\"a\":[1]}\\u0041\\", "{&quot;a&quot;:[1]}\\u0041\\"),
    ] {
        assert_text(text, expected, text);
    }
}

#[test]
fn row_102_characters_that_xml_does_not_allow_are_replaced() {
    for (text, expected) in [
        ("a\u{1}b", "a\u{fffd}b"),
        ("\0", "\u{fffd}"),
        ("\u{ffff}\u{fffe}", "\u{fffd}\u{fffd}"),
        ("\u{8}\t\n\u{b}\u{c}\u{e}\u{1f}", "\u{fffd}\t\n\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ("\u{1b}[31m", "\u{fffd}[31m"),
    ] {
        assert_text(text, expected, expected);
    }
    // Each character is found even if no other character around it is replaced.
    for char in ('\0'..' ').filter(|char| !matches!(char, '\t' | '\n' | '\r')) {
        assert_text(&format!("a{char}b"), "a\u{fffd}b", "a\u{fffd}b");
    }
    for char in ['\u{fffe}', '\u{ffff}'] {
        assert_text(&format!("a{char}b"), "a\u{fffd}b", "a\u{fffd}b");
    }
}

/// Checks a text in every place that can hold one.
fn assert_text(text: &str, escaped: &str, read_back: &str) {
    let details = ProblemDetails::new(StatusCode::GONE)
        .with_type(format!("x{text}x"))
        .with_title(text)
        .with_detail(text)
        .with_extension("x", &json!([text, { "y": text }]));
    let xml = format!(
        "{}<type>x{escaped}x</type><title>{escaped}</title><status>410</status><detail>{escaped}</detail>\
         <x><i>{escaped}</i><i><y>{escaped}</y></i></x></problem>",
        r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">"#
    );
    assert_complete(&details, &xml);
    let details = read(&xml);
    assert_eq!((details.title(), details.detail()), (Some(read_back), Some(read_back)));
    assert_eq!(details.extensions()["x"], json!([read_back, { "y": read_back }]));
    assert_eq!(details.status(), Some(StatusCode::GONE));
}
