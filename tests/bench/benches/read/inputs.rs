//! The bodies to read. They differ in length, in the order of their members, in characters to escape, and in members
//! that the client does not know.

use bytes::Bytes;
use serde_json::{Value, json};

/// The name of an input, and the body.
pub(crate) type Body = (&'static str, Bytes);

/// Returns the bodies whose members are texts and numbers.
pub(crate) fn flat() -> Vec<Body> {
    let detail = "Limit reached (250/250 on team tier). Upgrade your plan for more.";
    let escaped =
        r#"Limit of the \"team\" tier reached:\n250 of 250 entries in C:\\new. \u00dcberpr\u00fcfen!"#;
    let long = format!("{detail} ").repeat(4096 / (detail.len() + 1));
    vec![
        ("plain", body(&standard(detail), &[CURRENT, LIMIT, r#""tier":"team""#])),
        (
            "texts with escapes",
            body(&standard(escaped), &[CURRENT, LIMIT, r#""tier":"\"team\" \u2013 \/new\/""#]),
        ),
        (
            "non-ASCII texts",
            body(&standard("Grenze erreicht: 上限に達しました。"), &[CURRENT, LIMIT, r#""tier":"チーム""#]),
        ),
        ("type last", reversed(&standard(detail), &[CURRENT, LIMIT, r#""tier":"team""#])),
        ("unknown members", body(&standard(detail), &[UNKNOWN, CURRENT, LIMIT, r#""tier":"team""#])),
        (
            "numbers of 20 digits",
            body(
                &standard(detail),
                &[r#""current":18446744073709551615"#, r#""limit":18446744073709551614"#, r#""tier":"team""#],
            ),
        ),
        ("white space", with_white_space(&body(&standard(detail), &[CURRENT, LIMIT, r#""tier":"team""#]))),
        ("detail of 4 KiB", body(&standard(&long), &[CURRENT, LIMIT, r#""tier":"team""#])),
    ]
}

/// Returns the bodies with a list of objects.
pub(crate) fn nested() -> Vec<Body> {
    let errors = |number: usize, detail: &str| {
        let error = |index| {
            json!({
                "pointer": format!("/entries/{index}/name"),
                "detail": detail,
                "rejected": { "length": 81_734, "allowed": [1, 63] },
            })
        };
        let body = json!({ "errors": (0..number).map(error).collect::<Value>() }).to_string();
        let standard = [
            r#""type":"https://api.example.com/problems/invalid-fields""#,
            r#""title":"Invalid Fields""#,
            r#""status":422"#,
            r#""detail":"Some fields are not valid.""#,
        ];
        format!("{{{},{}", standard.join(","), &body[1..]).into()
    };
    vec![
        ("3 objects", errors(3, "must have at most 63 characters")),
        ("3 objects, texts with escapes", errors(3, "must not contain \"/\", \"\\\" or\na line break")),
        ("30 objects", errors(30, "must have at most 63 characters")),
    ]
}

const CURRENT: &str = r#""current":250"#;
const LIMIT: &str = r#""limit":250"#;

/// Members that a newer service could send.
const UNKNOWN: &str = concat!(
    r#""trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","region":{"name":"eu-central-1","zones":["a","b"],"#,
    r#""weight":0.25},"retryable":false,"help":["https://example.com/help/1","https://example.com/help/2"]"#,
);

/// Returns the standard members, with a detail that is already escaped.
fn standard(detail: &str) -> [String; 5] {
    [
        r#""type":"https://api.example.com/problems/vault-limit-exceeded""#.to_owned(),
        r#""title":"Vault Limit Exceeded""#.to_owned(),
        r#""status":403"#.to_owned(),
        format!(r#""detail":"{detail}""#),
        r#""instance":"/vaults/81734""#.to_owned(),
    ]
}

fn body(standard: &[String], extensions: &[&str]) -> Bytes {
    format!("{{{},{}}}", standard.join(","), extensions.join(",")).into()
}

fn reversed(standard: &[String], extensions: &[&str]) -> Bytes {
    let members = standard.iter().map(String::as_str).chain(extensions.iter().copied());
    let members: Vec<_> = members.rev().collect();
    format!("{{{}}}", members.join(",")).into()
}

/// Returns the members in the same order, each on a line of its own.
fn with_white_space(json: &[u8]) -> Bytes {
    let text = std::str::from_utf8(json).expect("JSON is UTF-8");
    text.replace(",\"", ",\n  \"")
        .replace("\":", "\": ")
        .replace("{\"", "{\n  \"")
        .replace('}', "\n}\n")
        .into()
}
