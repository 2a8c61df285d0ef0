//! Tests of URI references and their resolution.

use crate::{Known, members, read, response};
use http::HeaderValue;
use problem_core::{FromProblem, Problem, ProblemDetails};
use problem_tests::member_names;
use serde_json::json;

/// Each reference is absolute or not a URI reference at all. Neither reading nor resolving changes it.
#[test]
fn rows_022_to_121_absolute_and_invalid_references_are_kept_byte_for_byte() {
    for (row, reference) in [
        (22, "tag:example@example.org,2021-09-17:OutOfLuck"),
        (36, "urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"),
        (36, "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6?+x?=y#z"),
        (36, "HTTPS://Example.COM:443/a/./b/../c/%7euser//?#"),
        (57, "https://iana.org/assignments/http-problem-types#date"),
        (112, "https://e.org/p?q#f"),
        (112, "about:blank"),
        (112, "urn:ietf:params:acme:error:malformed"),
        (112, "http://[::1]/"),
        (112, "http:g"),
        (113, "item:42"),
        (112, " "),
        (112, "a b"),
        (112, " /a"),
        (112, "/a\n"),
        (112, "<"),
        (112, ">"),
        (112, "/a\"b"),
        (112, "\\"),
        (112, "/^"),
        (112, "`"),
        (112, "/{id}"),
        (112, "}"),
        (112, "|"),
        (112, "%"),
        (112, "/%4"),
        (112, "%zz"),
        (112, "http://[::1"),
        (112, "//[::1"),
        (112, "1a:b"),
        (112, ":"),
        (112, "a#b#c"),
        (112, "\0"),
        (121, "https://e.org/é"),
        (121, "/é"),
        (121, "é"),
        (121, "?é#é"),
    ] {
        let details = read(&json!({ "type": reference, "instance": reference }).to_string());
        for details in [details.clone(), details.resolve("https://api.example.org/foo/bar/123?x=y")] {
            assert_eq!(details.type_uri(), reference, "row {row}");
            assert_eq!(details.instance(), Some(reference), "row {row}");
        }
    }
}

#[test]
fn row_112_an_instance_is_forwarded_only_if_it_is_a_uri_reference() {
    let is_reference = |text: &str| {
        let details = read(&json!({ "instance": text }).to_string()).forwarding(&[]);
        member_names(&details.to_json()).contains(&"instance".to_owned())
    };
    for text in [
        "https://e.org/p?q#f",
        "//e.org/x",
        "/a/b",
        "a/b",
        "?q",
        "#f",
        "about:blank",
        "urn:ietf:params:acme:error:malformed",
        "http://[::1]/",
        "./item:42",
        "/item:42",
        "item:42",
        "%41",
    ] {
        assert!(is_reference(text), "{text}");
    }
    for text in [
        " ",
        "<",
        ">",
        "\"",
        "\\",
        "^",
        "`",
        "{",
        "}",
        "|",
        "é",
        "%",
        "%4",
        "%zz",
        "http://[::1",
        "1a:b",
        "a#b#c",
        "[",
        "http://e.org/[",
        "\u{7f}",
        "\0",
        // These would be simple paths without the invalid character.
        "/%zz",
        "/a%4",
        "/a b",
        "/a<",
        "/a/é",
        "/a\\",
    ] {
        assert!(!is_reference(text), "{text:?}");
    }
}

/// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
#[test]
fn row_114_references_are_resolved() {
    for (reference, expected) in [
        ("g:h", "g:h"),
        ("g", "http://a/b/c/g"),
        ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"),
        ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"),
        ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"),
        ("./", "http://a/b/c/"),
        ("..", "http://a/b/"),
        ("../", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"),
        ("../../", "http://a/"),
        ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"),
        ("../../../../g", "http://a/g"),
        ("/./g", "http://a/g"),
        ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."),
        (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."),
        ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"),
        ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"),
        ("g#s/../x", "http://a/b/c/g#s/../x"),
        ("http:g", "http:g"),
    ] {
        for base in ["http://a/b/c/d;p?q", "http://a/b/c/d;p?q#fragment"] {
            let details =
                read(&json!({ "type": reference, "instance": reference }).to_string()).resolve(base);
            assert_eq!(details.type_uri(), expected, "{reference:?}");
            assert_eq!(details.instance(), Some(expected), "{reference:?}");
            assert_eq!(details.clone().resolve("https://e.org/"), details, "once resolved, it is absolute");
        }
    }
}

#[test]
fn rows_019_to_116_types_are_resolved() {
    let resolved = |json: &str, base: &str| read(json).resolve(base);
    let relative = r#"{"type":"example-problem","instance":"example-instance"}"#;
    for (row, base, type_uri) in [
        (19, "https://api.example.org/foo/bar/123", "https://api.example.org/foo/bar/example-problem"),
        (19, "https://api.example.org/widget/456", "https://api.example.org/widget/example-problem"),
        (19, "https://api.example.org", "https://api.example.org/example-problem"),
        (19, "HTTPS://API.example.org:443/a/", "HTTPS://API.example.org:443/a/example-problem"),
        // A URL with characters that must be encoded is encoded first.
        (19, "https://api.example.org/a b/", "https://api.example.org/a%20b/example-problem"),
        // Nothing is resolved against a base that is not an absolute URI.
        (19, "/foo/bar/123", "example-problem"),
        (19, "", "example-problem"),
        (19, "not a url", "example-problem"),
    ] {
        let details = resolved(relative, base);
        assert_eq!(details.type_uri(), type_uri, "row {row}: {base}");
        let instance = type_uri.replace("-problem", "-instance");
        assert_eq!(details.instance(), Some(&*instance), "row {row}: {base}");
        // The relative type that the enum declares is relative to the same URL.
        assert_eq!(Known::from_problem(details), Ok(Known::Relative), "row {row}: {base}");
    }
    let base = "https://api.example.org/foo/bar/123";
    // Row 21: an empty reference is valid and means the URL itself.
    assert_eq!(read(r#"{"type":""}"#).type_uri(), "");
    assert_ne!(read(r#"{"type":""}"#), read("{}"));
    assert_eq!(resolved(r#"{"type":""}"#, base).type_uri(), base);
    assert_eq!(resolved(r#"{"instance":""}"#, base).instance(), Some(base));
    // An absent member stays absent.
    assert_eq!(members(&resolved("{}", base)), json!({}));
    assert_eq!(Known::from_problem(resolved(r#"{"status":404}"#, base)), Ok(Known::NotFound));
    // Row 19: the type written out in full matches only if the relative one is resolved against the right URL.
    let written_out = r#"{"type":"https://API.example.org/foo/bar/example-problem"}"#;
    assert_eq!(Known::from_problem(resolved(written_out, base)), Ok(Known::Relative));
    let elsewhere = resolved(written_out, "https://api.example.org/widget/456");
    assert_eq!(Known::from_problem(elsewhere.clone()), Err(elsewhere));
    // Row 116: an absolute type is compared in the same way after resolution.
    let absolute = r#"{"type":"HTTPS://EXAMPLE.com/probs/out-of-credit","cost":1}"#;
    let details = resolved(absolute, base);
    assert_eq!(Known::from_problem(details), Ok(Known::OutOfCredit { balance: None, cost: 1 }));
    let details = resolved(r#"{"type":"/probs/out-of-credit","cost":1}"#, "https://example.com/x");
    assert_eq!(Known::from_problem(details), Ok(Known::OutOfCredit { balance: None, cost: 1 }));
}

#[test]
fn row_115_only_the_url_of_the_response_is_a_base() {
    let mut response = response(404, b"application/problem+json", r#"{"type":"x"}"#);
    for name in ["content-location", "location", "link"] {
        response.headers_mut().insert(name, HeaderValue::from_static("https://e.org/other/"));
    }
    let details = ProblemDetails::from_response(&response).unwrap();
    assert_eq!(details.type_uri(), "x");
    assert_eq!(details.headers()["content-location"], "https://e.org/other/");
    assert_eq!(details.resolve("https://api.example.org/b/").type_uri(), "https://api.example.org/b/x");
}
