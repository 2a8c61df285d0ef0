//! Bodies that are not a problem, and bodies that are hard to read as one.

use crate::{Known, OUT_OF_CREDIT, error_of, from_response, members, read, typed};
use problem_core::ProblemDetails;
use serde_json::json;

#[test]
fn rows_001_and_081_a_body_that_is_not_a_problem_is_an_error() {
    for (row, json, expected) in [
        (1, &b"[{\"type\":\"about:blank\"}]"[..], "NotAnObject"),
        (1, b"\"oops\"", "NotAnObject"),
        (1, b"[]", "NotAnObject"),
        (1, b" null ", "NotAnObject"),
        (1, b"true", "NotAnObject"),
        (1, b"false", "NotAnObject"),
        (1, b"404", "NotAnObject"),
        (1, b"-4.04e2", "NotAnObject"),
        (1, b"", "Json"),
        (1, b" \t\r\n", "Json"),
        (1, b"{", "Json"),
        (1, b"}", "Json"),
        (1, b"{}}", "Json"),
        (1, b"{}{}", "Json"),
        (1, b"{} x", "Json"),
        (1, b"{},", "Json"),
        (1, b"{,}", "Json"),
        (1, b"{\"a\":1,}", "Json"),
        (1, b"{\"a\"}", "Json"),
        (1, b"{\"a\":}", "Json"),
        (1, b"{\"a\" 1}", "Json"),
        (1, b"{a:1}", "Json"),
        (1, b"{1:1}", "Json"),
        (1, b"{null:1}", "Json"),
        (1, b"{'a':1}", "Json"),
        (1, b"{\"a\":[1,]}", "Json"),
        (1, b"{\"a\":[1}", "Json"),
        (1, b"{\"a\":01}", "Json"),
        (1, b"{\"a\":+1}", "Json"),
        (1, b"{\"a\":.5}", "Json"),
        (1, b"{\"a\":1.}", "Json"),
        (1, b"{\"a\":1e}", "Json"),
        (1, b"{\"a\":-}", "Json"),
        (1, b"{\"a\":0x1}", "Json"),
        (1, b"{\"a\":NaN}", "Json"),
        (1, b"{\"a\":Infinity}", "Json"),
        (1, b"{\"a\":nul}", "Json"),
        (1, b"{\"a\":True}", "Json"),
        (1, b"/**/{}", "Json"),
        (1, b"{}//", "Json"),
        (1, b"<problem/>", "Json"),
        (1, b"oops", "Json"),
        // White space that JSON does not allow.
        (1, b"\x0b{}", "Json"),
        (1, b"{}\x0c", "Json"),
        (1, b"\xc2\xa0{}", "Json"),
        // Raw control characters.
        (1, b"\0", "Json"),
        (1, b"\0{}", "Json"),
        (1, b"{}\0", "Json"),
        (1, b"{\0}", "Json"),
        (1, b"{\"title\":\"a\0b\"}", "Json"),
        (1, b"{\"a\0b\":1}", "Json"),
        (1, b"{\"a\":\"\n\"}", "Json"),
        (73, b"\xef\xbb\xbf", "Json"),
        (73, b"\xef\xbb\xbf[]", "NotAnObject"),
        (73, b"\xef\xbb\xbf\xef\xbb\xbf{}", "Json"),
        (73, b" \xef\xbb\xbf{}", "Json"),
        (73, b"{}\xef\xbb\xbf", "Json"),
        (73, b"\xef\xbb{}", "Json"),
        (73, b"\xff\xfe{\0}\0", "Json"),
        (73, b"\xfe\xff\0{\0}", "Json"),
        (73, b"{\0}\0", "Json"),
        (81, b"{\"title\":\"\\u12\"}", "Json"),
        (81, b"{\"title\":\"\\x41\"}", "Json"),
        // Invalid UTF-8: stray bytes, a truncated character, overlong encodings, a surrogate, and a code point beyond
        // U+10FFFF.
        (81, b"\xff", "Json"),
        (81, b"{\"title\":\"\xff\"}", "Json"),
        (81, b"{\"title\":\"\xc3\"}", "Json"),
        (81, b"{\"type\":\"\x80\"}", "Json"),
        (81, b"{\"a\":\"\xc0\xaf\"}", "Json"),
        (81, b"{\"a\":[\"\xed\xa0\x80\"]}", "Json"),
        (81, b"{\"\xf4\x90\x80\x80\":1}", "Json"),
    ] {
        assert_eq!(error_of(json), expected, "row {row}: {}", String::from_utf8_lossy(json));
    }
}

/// The grammar of JSON allows half of a pair (RFC 8259, section 8.2). It occurs where a text was cut within an emoji.
#[test]
fn row_081_half_of_a_surrogate_pair_affects_only_its_member() {
    for half in
        [r"\ud83d", r"\uDE00", r"cut \uD83D", r"\ud83d\ud83d", r"\ude00\ud83d", r"\ud83dx\ude00", r"\ud83d\n"]
    {
        for name in ["type", "title", "status", "detail", "instance", "other"] {
            let with = |value: &str| {
                let problem = OUT_OF_CREDIT.strip_suffix('}').unwrap();
                format!("{problem},\"{name}\":{value},\"cost\":51}}")
            };
            let json = with(&format!("\"{half}\""));
            let same = with("null");
            assert_eq!(read(&json), read(&same), "{json}");
            assert_eq!(typed(&json), Ok(Known::OutOfCredit { balance: Some(30), cost: 51 }), "{json}");
        }
    }
    for (json, expected) in [
        (
            r#"{"a":["\ud83d","b",{"c":"\ud83d"}],"title":"T"}"#,
            json!({ "a": [null, "b", { "c": null }], "title": "T" }),
        ),
        (
            r#"{"\ud83d":1,"a\ude00":{"\ud83d":2},"title":"T"}"#,
            json!({ "\u{fffd}": 1, "a\u{fffd}": { "\u{fffd}": 2 }, "title": "T" }),
        ),
        (
            r#"{"a":"\ud83d\ude00","b":"\\ud83d","c":"\ud83d","title":"T"}"#,
            json!({ "a": "\u{1f600}", "b": r"\ud83d", "c": null, "title": "T" }),
        ),
        // A name that serde_json uses internally is still changed, so that it has no special meaning.
        (
            r#"{"a":{"$serde_json::private::\ud83d":1,"$serde_json::private::Number":"\ud83d"}}"#,
            json!({ "a": { "_serde_json::private::\u{fffd}": 1, "_serde_json::private::Number": null } }),
        ),
    ] {
        assert_eq!(members(&read(json)), expected, "{json}");
    }
    // Only the field that reads this member is affected.
    let credit = r#"{"type":"https://example.com/probs/out-of-credit","cost":50,"balance":"\ud83d"}"#;
    assert_eq!(typed(credit), Ok(Known::OutOfCredit { balance: None, cost: 50 }));
    let credit = r#"{"type":"https://example.com/probs/out-of-credit","balance":30,"cost":"\ud83d"}"#;
    assert_eq!(typed(credit), Err(read(credit)));
}

#[test]
fn row_073_a_byte_order_mark_and_white_space_are_skipped() {
    let credit = Ok(Known::OutOfCredit { balance: Some(30), cost: 50 });
    for (before, after) in [("\u{feff}", ""), ("\u{feff} \t\r\n", "\n\n"), (" ", "\t"), ("\r\n", "\r\n")] {
        let json = format!("{before}{OUT_OF_CREDIT}{after}");
        assert_eq!(read(&json), read(OUT_OF_CREDIT));
        assert_eq!(typed(&json), credit);
        assert_eq!(from_response(403, &json), read(OUT_OF_CREDIT));
    }
    let spaced = OUT_OF_CREDIT.replace("\":", "\" \n:\t").replace(",\"", "\r\n, \"").replace('}', " }");
    assert_eq!(read(&spaced), read(OUT_OF_CREDIT));
    assert_eq!(typed(&spaced), credit);
    assert_eq!(read("{ \t\r\n}"), read("{}"));
    // Within a string, the mark is a character like any other.
    assert_eq!(read("{\"title\":\"\u{feff}\"}").title(), Some("\u{feff}"));
}

#[test]
fn row_080_a_truncated_text_is_not_a_problem() {
    let json = OUT_OF_CREDIT.replace("enough", "\u{e9}\u{1f600}\\n\\ud83d\\ude00").into_bytes();
    for end in 0..json.len() {
        assert_eq!(error_of(&json[..end]), "Json", "{end}");
        let mut more = json[..=end].to_vec();
        more.insert(end, 0);
        assert!(ProblemDetails::from_json(&more).is_err(), "a NUL before the end: {end}");
    }
    for more in ["x", "{}", "}", "]", ",", ",\"a\":1}", "null", "\0", "\u{feff}", "\u{a0}"] {
        assert_eq!(error_of(&[&json[..], more.as_bytes()].concat()), "Json", "{more:?}");
    }
    assert!(ProblemDetails::from_json(&json).is_ok());
}

#[test]
fn row_080_a_text_that_is_nested_too_deep_is_an_error() {
    const DEPTH: usize = 100_000;
    let arrays = ("[".repeat(DEPTH), "]".repeat(DEPTH));
    let objects = ("{\"a\":".repeat(DEPTH), "}".repeat(DEPTH));
    for ((open, close), top) in [(arrays, "NotAnObject"), (objects, "Json")] {
        let closed = format!("{open}0{close}");
        assert_eq!(error_of(open.as_bytes()), top);
        assert_eq!(error_of(closed.as_bytes()), top);
        assert_eq!(error_of(format!("{{\"extension\":{closed}}}").as_bytes()), "Json");
        for name in ["type", "title", "status", "detail", "instance", "extension"] {
            assert_eq!(error_of(format!("{{\"{name}\":{open}").as_bytes()), "Json", "{name}");
        }
    }
    let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(read(&nested(126)).extensions().len(), 1);
    assert_eq!(error_of(nested(127).as_bytes()), "Json");
}

#[test]
fn row_011_a_deeply_nested_value_counts_as_one_of_the_wrong_type() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let value = format!("{}0{}", open.repeat(100_000), close.repeat(100_000));
        for name in ["type", "title", "status", "detail", "instance"] {
            assert_eq!(
                members(&read(&format!("{{\"{name}\":{value},\"b\":1}}"))),
                json!({ "b": 1 }),
                "{name}"
            );
        }
    }
}

#[test]
fn row_080_a_long_text_is_read() {
    const LENGTH: usize = 1 << 18;
    let repeat = |member: &str| {
        let members = vec![member; LENGTH / (member.len() + 1)];
        format!("{{{}}}", members.join(","))
    };
    let distinct: Vec<_> = (0..LENGTH / 12).map(|number| format!("\"n{number:06}\":1")).collect();
    assert_eq!(read(&format!("{{{}}}", distinct.join(","))).extensions().len(), distinct.len());
    for (member, expected) in [
        (r#""a":1"#, json!({ "a": 1 })),
        (r#""a":null"#, json!({ "a": null })),
        (r#""type":"/x""#, json!({ "type": "/x" })),
        (r#""title":[{}]"#, json!({})),
        (r#""status":404"#, json!({ "status": 404 })),
        (r#""status":1e400"#, json!({})),
        (r#""status":"1e400\"""#, json!({})),
    ] {
        let details = read(&repeat(member));
        assert_eq!(members(&details), expected, "{member}");
        let found = if expected == json!({ "status": 404 }) { Ok(Known::NotFound) } else { Err(details) };
        assert_eq!(typed(&repeat(member)), found, "{member}");
    }
    let credit = r#""type":"https://example.com/probs/out-of-credit","cost":2,"balance":"no""#;
    assert_eq!(typed(&repeat(credit)), Ok(Known::OutOfCredit { balance: None, cost: 2 }));
    for value in [
        format!("\"{}\"", "a".repeat(LENGTH)),
        format!("\"{}\"", "\\u0000".repeat(LENGTH / 6)),
        format!("[{}0]", "0,".repeat(LENGTH / 2)),
        "7".repeat(LENGTH),
        format!("0.{}", "7".repeat(LENGTH)),
        format!("1e{}", "7".repeat(LENGTH)),
        format!("1e-{}", "7".repeat(LENGTH)),
        format!("[{}0]", "1e400,".repeat(LENGTH / 6)),
    ] {
        assert_eq!(read(&format!("{{\"a\":{value},\"title\":\"t\"}}")).title(), Some("t"));
        assert_eq!(error_of(format!("{{\"a\":{value},\"title\":\"t\"").as_bytes()), "Json");
        assert_eq!(read(&format!("{{\"status\":{value},\"title\":\"t\"}}")).status(), None);
    }
}
