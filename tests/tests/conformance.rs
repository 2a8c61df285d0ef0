//! What RFC 9457 and the RFCs it stands on ask of a consumer, row by row; the numbers are those of the checklist that
//! the rows come from.

use http::{HeaderValue, Response, StatusCode};
use problem_core::{FromProblem, Problem, ProblemDetails, ReadError};
use problem_tests::member_names;
use serde_json::{Map, Value, json};
use std::time::Duration;

/// A text, and what is read from it.
struct Case {
    row: u16,
    section: &'static str,
    json: &'static str,
    /// The details as JSON, every member of them.
    expected: &'static str,
}

const fn case(row: u16, section: &'static str, json: &'static str, expected: &'static str) -> Case {
    Case { row, section, json, expected }
}

/// The errors of a client, told apart by nothing but the type and, of `about:blank`, the status code.
#[derive(Debug, PartialEq, FromProblem)]
enum Known {
    #[problem(type = "https://example.com/probs/out-of-credit")]
    OutOfCredit {
        #[problem(extension)]
        balance: Option<i64>,
        #[problem(extension)]
        cost: i64,
    },
    #[problem(type = "https://iana.org/assignments/http-problem-types#date")]
    Date,
    #[problem(type = "https://iana.org/assignments/http-problem-types#ohttp-key")]
    OhttpKey,
    #[problem(type = "urn:ietf:params:acme:error:malformed")]
    Malformed,
    #[problem(type = "tag:example@example.org,2021-09-17:OutOfLuck")]
    OutOfLuck,
    #[problem(type = "example-problem")]
    Relative,
    #[problem(status = 404)]
    NotFound,
}

/// A full example, of RFC 9457, section 3.
const OUT_OF_CREDIT: &str = concat!(
    r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","#,
    r#""status":403,"detail":"Your current balance is 30, but that costs 50.","#,
    r#""instance":"/account/12345/msgs/abc","balance":30,"cost":50,"#,
    r#""accounts":["/account/12345","/account/67890"]}"#,
);

fn read(json: &str) -> ProblemDetails {
    ProblemDetails::from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{error:?}: {json}"))
}

fn members(details: &ProblemDetails) -> Value {
    serde_json::to_value(details).unwrap()
}

fn assert_cases(cases: &[Case]) {
    for Case { row, section, json, expected } in cases {
        let expected: Value = serde_json::from_str(expected).unwrap();
        assert_eq!(members(&read(json)), expected, "row {row}, {section}: {json}");
    }
}

/// The typed error, in one step and in two, which have to agree.
fn typed(json: &str) -> Result<Known, ProblemDetails> {
    let typed = Known::from_problem_json(json.as_bytes()).unwrap();
    assert_eq!(typed, Known::from_problem(read(json)), "{json}");
    typed
}

/// Which error it is, by either way to read the text.
fn error_of(json: &[u8]) -> &'static str {
    let name = |error: ReadError| match error {
        ReadError::MediaType(_) => "MediaType",
        ReadError::Json(_) => "Json",
        ReadError::NotAnObject => "NotAnObject",
        error => panic!("{error:?}"),
    };
    let text = String::from_utf8_lossy(&json[..json.len().min(80)]);
    let error = name(ProblemDetails::from_json(json).expect_err(&text));
    assert_eq!(name(Known::from_problem_json(json).expect_err(&text)), error, "{text}");
    error
}

fn response(status: u16, content_type: &[u8], json: &str) -> Response<String> {
    let mut response = Response::new(json.to_owned());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response.headers_mut().insert("content-type", HeaderValue::from_bytes(content_type).unwrap());
    response
}

fn from_response(status: u16, json: &str) -> ProblemDetails {
    ProblemDetails::from_response(&response(status, b"application/problem+json", json)).unwrap()
}

#[test]
fn the_members_that_are_read() {
    assert_cases(&[
        case(2, "RFC 9457, section 3.1", "{}", "{}"),
        case(2, "RFC 9457, section 3.1", r#"{"detail":"d"}"#, r#"{"detail":"d"}"#),
        case(2, "RFC 9457, section 3", OUT_OF_CREDIT, OUT_OF_CREDIT),
        case(
            9,
            "RFC 9457, section 3",
            r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[
                {"detail":"must be a positive integer","pointer":"#/age"},
                {"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
            r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[
                {"detail":"must be a positive integer","pointer":"#/age"},
                {"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
        ),
        case(
            11,
            "RFC 9457, section 3.1",
            r#"{"type":42,"title":["x"],"status":"404","detail":{"a":1},"instance":false,"balance":30}"#,
            r#"{"balance":30}"#,
        ),
        case(
            11,
            "RFC 9457, section 3.1",
            r#"{"type":{"type":"/x"},"title":true,"status":["404"],"detail":-1.5,"instance":[],"b":{"c":[]}}"#,
            r#"{"b":{"c":[]}}"#,
        ),
        case(11, "RFC 9457, section 3.1", r#"{"status":true,"title":"t"}"#, r#"{"title":"t"}"#),
        case(11, "RFC 9457, section 3.1", r#"{"status":{"status":404}}"#, "{}"),
        case(
            12,
            "RFC 9457, section 3.1",
            r#"{"type":null,"title":null,"status":null,"detail":null,"instance":null}"#,
            "{}",
        ),
        case(12, "RFC 9457, section 3.2", r#"{"balance":null}"#, r#"{"balance":null}"#),
        case(
            39,
            "RFC 9457, section 3.2",
            r#"{"":0,"a b":[null,{"x":""}],"$id":1.5,"Type":"x","TITLE":2,"status ":3,"é":"é","types":false}"#,
            r#"{"":0,"a b":[null,{"x":""}],"$id":1.5,"Type":"x","TITLE":2,"status ":3,"é":"é","types":false}"#,
        ),
        case(
            69,
            "RFC 9457, section 3.2",
            r#"{"*":1,"*type":"/x","type*":"UTF-8''x","problem":{}}"#,
            r#"{"*":1,"*type":"/x","type*":"UTF-8''x","problem":{}}"#,
        ),
        case(
            81,
            "RFC 7493, section 2.1",
            r#"{"title":"\ud83d\ude00","\ud83d\ude00":1}"#,
            r#"{"title":"😀","😀":1}"#,
        ),
        case(81, "RFC 7493, section 2.1", r#"{"title":"\uffff"}"#, "{\"title\":\"\u{ffff}\"}"),
        case(
            81,
            "RFC 8259, section 7",
            r#"{"title":"a\u0000b","\u0000":"\u0000"}"#,
            r#"{"title":"a\u0000b","\u0000":"\u0000"}"#,
        ),
        case(
            81,
            "RFC 8259, section 7",
            r#"{"\u0074itle":"\u0061\/\b\f\n\r\t\"\\"}"#,
            r#"{"title":"a/\b\f\n\r\t\"\\"}"#,
        ),
        case(
            83,
            "RFC 7493, section 4.2",
            r#"{"status":404,"v2":{"deep":[[]]}}"#,
            r#"{"status":404,"v2":{"deep":[[]]}}"#,
        ),
    ]);
}

#[test]
fn row_016_an_absent_type_is_about_blank() {
    for json in ["{}", r#"{"type":"about:blank"}"#, r#"{"type":null}"#, r#"{"type":42}"#] {
        assert_eq!(read(json).type_uri(), "about:blank", "{json}");
        assert_eq!(read(json), read("{}"), "{json}");
        assert_eq!(typed(json), Err(read("{}")), "{json}");
    }
    assert_eq!(typed(r#"{"status":404}"#), Ok(Known::NotFound));
    assert_eq!(typed(r#"{"type":"about:blank","status":404}"#), Ok(Known::NotFound));
    assert_eq!(typed(r#"{"status":404,"type":[]}"#), Ok(Known::NotFound));
}

#[test]
fn row_075_of_duplicates_the_last_counts() {
    assert_cases(&[
        case(
            75,
            "RFC 8259, section 4",
            r#"{"type":"/a","type":"/b","title":"a","title":"b","status":404,"status":405,"detail":"a","detail":"b",
                "instance":"/a","instance":"/b","balance":30,"balance":40}"#,
            r#"{"type":"/b","title":"b","status":405,"detail":"b","instance":"/b","balance":40}"#,
        ),
        // What is ignored is as if it were absent, wherever it stands.
        case(75, "RFC 9457, section 3.1", r#"{"type":"/a","type":42}"#, r#"{"type":"/a"}"#),
        case(75, "RFC 9457, section 3.1", r#"{"status":"x","status":404,"status":999}"#, r#"{"status":404}"#),
        case(75, "RFC 8259, section 4", r#"{"title":"a","\u0074itle":"b"}"#, r#"{"title":"b"}"#),
        case(75, "RFC 8259, section 4", r#"{"balance":30,"balance":null}"#, r#"{"balance":null}"#),
        case(75, "RFC 8259, section 4", r#"{"a":{"b":1,"b":2}}"#, r#"{"a":{"b":2}}"#),
    ]);
    let credit =
        |members: &str| typed(&format!(r#"{{"type":"https://example.com/probs/out-of-credit"{members}}}"#));
    let expected = |balance| Ok(Known::OutOfCredit { balance, cost: 2 });
    assert_eq!(credit(r#","cost":1,"cost":2,"balance":1,"balance":3"#), expected(Some(3)));
    assert_eq!(credit(r#","cost":"1","cost":2,"balance":"1""#), expected(None));
    assert_eq!(credit(r#","cost":2,"balance":1,"balance":null"#), expected(None));
    assert_eq!(
        credit(r#","type":"/other","type":"https://example.com/probs/out-of-credit","cost":2"#),
        expected(None)
    );
    assert_eq!(credit(r#","cost":2,"type":null"#), expected(None));
    assert!(credit(r#","cost":2,"cost":"2""#).is_err());
    assert_eq!(credit(r#","cost":2,"type":"/other""#).unwrap_err().type_uri(), "/other");
}

#[test]
fn row_076_the_order_of_members_has_no_meaning() {
    let object: Map<String, Value> = serde_json::from_str(OUT_OF_CREDIT).unwrap();
    let texts: Vec<_> = object.iter().filter(|(name, _)| *name != "accounts" && *name != "title").collect();
    let texts: Vec<_> = texts.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
    let expected = read(&format!("{{{}}}", texts.join(",")));
    let mut count = 0;
    permutations(&mut texts.clone(), texts.len(), &mut |permutation| {
        let json = format!("{{{}}}", permutation.join(","));
        assert_eq!(read(&json), expected, "{json}");
        assert_eq!(typed(&json), Ok(Known::OutOfCredit { balance: Some(30), cost: 50 }), "{json}");
        count += 1;
    });
    assert_eq!(count, 720);
}

/// Heap's algorithm.
fn permutations(items: &mut [String], length: usize, visit: &mut impl FnMut(&[String])) {
    if length <= 1 {
        return visit(items);
    }
    for index in 0..length {
        permutations(items, length - 1, visit);
        items.swap(if length.is_multiple_of(2) { index } else { 0 }, length - 1);
    }
}

#[test]
fn rows_067_and_077_which_numbers_are_a_status() {
    for (row, number, expected) in [
        (77, "404", Some(404)),
        (77, "404.0", Some(404)),
        (77, "4.04e2", Some(404)),
        (77, "4.04E+2", Some(404)),
        (77, "40400e-2", Some(404)),
        (77, "0.00404e5", Some(404)),
        (77, "404.000000000000000000000000000000000000000000", Some(404)),
        (67, "100", Some(100)),
        (67, "200", Some(200)),
        (67, "599", Some(599)),
        (67, "99", None),
        (67, "99.9999", None),
        (67, "600", None),
        (67, "999", None),
        (67, "1000", None),
        (67, "0", None),
        (67, "-0", None),
        (67, "-404", None),
        (67, "404.5", None),
        (67, "599.5", None),
        // 404 + 65536, and 404 + 2^32.
        (67, "65940", None),
        (67, "4294967700", None),
        (80, "18446744073709551616", None),
        (80, "1e308", None),
        (80, "1e400", None),
        (80, "-1e400", None),
        (80, "1e-400", None),
        (80, "4.04e99999999999999999999", None),
        (80, "404e-99999999999999999999", None),
    ] {
        let json = format!(r#"{{"status":{number},"title":"t","a":{{"b":[1]}}}}"#);
        let details = read(&json);
        assert_eq!(details.status().map(|status| status.as_u16()), expected, "row {row}: {number}");
        assert_eq!(details.title(), Some("t"), "row {row}: {number}");
        assert_eq!(details.extensions().len(), 1, "row {row}: {number}");
        let expected = if expected == Some(404) { Ok(Known::NotFound) } else { Err(details) };
        assert_eq!(typed(&json), expected, "row {row}: {number}");
    }
}

#[test]
fn row_080_a_number_out_of_range_spoils_nothing_else() {
    let number = if cfg!(feature = "serde-json-features") { "1e+400" } else { "null" };
    for (json, expected) in [
        (r#"{"a":1e400,"b":1}"#, format!(r#"{{"a":{number},"b":1}}"#)),
        (r#"{"a":[1e400,{"b":1e400}]}"#, format!(r#"{{"a":[{number},{{"b":{number}}}]}}"#)),
        (r#"{"title":1e400,"type":-1e400,"detail":9e999,"instance":1e400,"b":1}"#, r#"{"b":1}"#.to_owned()),
        (r#"{"title":"1e400","1e400":"\"1e400"}"#, r#"{"title":"1e400","1e400":"\"1e400"}"#.to_owned()),
        (
            r#"{"a":1e-400}"#,
            if cfg!(feature = "serde-json-features") { r#"{"a":1e-400}"# } else { r#"{"a":0.0}"# }.to_owned(),
        ),
    ] {
        assert_eq!(members(&read(json)), serde_json::from_str::<Value>(&expected).unwrap(), "{json}");
    }
    for json in ["1e400", "[1e400]", "-1e400"] {
        assert_eq!(error_of(json.as_bytes()), "NotAnObject", "{json}");
    }
    for json in [r#"{"a":1e400"#, r#"{"a":01e400}"#, r#"{"a":1e400.0}"#, r#"{"a":1e400,"b":tru}"#] {
        assert_eq!(error_of(json.as_bytes()), "Json", "{json}");
    }
    let credit = |cost| {
        format!(r#"{{"type":"https://example.com/probs/out-of-credit","balance":1e400,"cost":{cost}}}"#)
    };
    assert_eq!(typed(&credit("2")), Ok(Known::OutOfCredit { balance: None, cost: 2 }));
    assert!(typed(&credit("1e400")).is_err());
}

#[test]
fn rows_001_and_081_what_is_no_problem() {
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
        // White space of other languages.
        (1, b"\x0b{}", "Json"),
        (1, b"{}\x0c", "Json"),
        (1, b"\xc2\xa0{}", "Json"),
        // NUL, raw.
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
        (81, b"{\"title\":\"\\ud800\"}", "Json"),
        (81, b"{\"title\":\"\\udc00\"}", "Json"),
        (81, b"{\"title\":\"\\ud800\\ud800\"}", "Json"),
        (81, b"{\"title\":\"\\ud800x\"}", "Json"),
        (81, b"{\"type\":\"\\udfff\"}", "Json"),
        (81, b"{\"a\":\"\\ud800\"}", "Json"),
        (81, b"{\"a\":[\"\\udc00\\ud800\"]}", "Json"),
        (81, b"{\"\\ud800\":1}", "Json"),
        (81, b"{\"title\":\"\\u12\"}", "Json"),
        (81, b"{\"title\":\"\\x41\"}", "Json"),
        // No UTF-8: a stray byte, a cut character, one written too long, a surrogate, and one beyond the last.
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

#[test]
fn row_073_a_byte_order_mark_and_white_space_are_passed_over() {
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
    // Within a string it is a character like any other.
    assert_eq!(read("{\"title\":\"\u{feff}\"}").title(), Some("\u{feff}"));
}

#[test]
fn row_080_a_text_that_is_cut_off_is_no_problem() {
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
fn row_080_a_text_that_is_nested_deep() {
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
fn row_011_what_is_nested_deep_is_of_the_wrong_type() {
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
fn row_080_a_text_that_is_long() {
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

#[test]
fn row_013_an_extension_member_of_the_wrong_type() {
    #[derive(Debug, PartialEq, FromProblem)]
    #[problem(type = "/tried")]
    struct Tried(#[problem(extension = "tries", default)] u8);

    let credit =
        |members: &str| typed(&format!(r#"{{"type":"https://example.com/probs/out-of-credit",{members}}}"#));
    for balance in ["\"thirty\"", "null", "30.5", "[30]", "{}", "true", "9223372036854775808"] {
        let members = format!(r#""balance":{balance},"cost":50"#);
        assert_eq!(credit(&members), Ok(Known::OutOfCredit { balance: None, cost: 50 }), "{balance}");
        let members = format!(r#""cost":{balance},"balance":30"#);
        let details = credit(&members).unwrap_err();
        assert_eq!(details.type_uri(), "https://example.com/probs/out-of-credit", "{balance}");
        assert_eq!(details.extension("balance"), Some(30), "{balance}");
        assert_eq!(details.extensions().len(), 2, "{balance}");
    }
    assert_eq!(credit(r#""balance":30,"cost":-50"#), Ok(Known::OutOfCredit { balance: Some(30), cost: -50 }));
    assert!(credit(r#""balance":30"#).is_err());

    for (tries, expected) in
        [("7", 7), ("\"7\"", 0), ("256", 0), ("null", 0), ("[7]", 0), ("7,\"tries\":-7", 0)]
    {
        let json = format!(r#"{{"type":"/tried","tries":{tries}}}"#);
        assert_eq!(Tried::from_problem_json(json.as_bytes()).unwrap(), Ok(Tried(expected)), "{tries}");
        assert_eq!(Tried::from_problem(read(&json)), Ok(Tried(expected)), "{tries}");
    }
    assert_eq!(Tried::from_problem(read(r#"{"type":"/tried"}"#)), Ok(Tried(0)));
    assert_eq!(Tried::from_problem_json(br#"{"type":"/tried"}"#).unwrap(), Ok(Tried(0)));
}

/// The types that are one with a declared one, by nothing but the type.
#[test]
fn rows_015_to_118_which_types_are_one() {
    for (row, type_uri, expected) in [
        (15, "https://example.com/probs/out-of-credit", Some(Known::OutOfCredit { balance: None, cost: 1 })),
        (15, "https://example.com/probs/out-of-patience", None),
        (21, "", None),
        (22, "tag:example@example.org,2021-09-17:OutOfLuck", Some(Known::OutOfLuck)),
        (22, "tag:example@example.org,2021-09-17:OUTOFLUCK", None),
        (22, "tag:EXAMPLE@example.org,2021-09-17:OutOfLuck", None),
        (22, "TAG:example@example.org,2021-09-17:OutOfLuck", Some(Known::OutOfLuck)),
        (19, "example-problem", Some(Known::Relative)),
        (19, "./example-problem", None),
        (19, "/example-problem", None),
        (19, "https://example.com/example-problem", None),
        (116, "ABOUT:blank", Some(Known::NotFound)),
        (116, "about:Blank", None),
        (116, "about:blank#", None),
        (116, "about:blank?", None),
        (116, "HTTPS://Example.COM/probs/out-of-credit", Some(Known::OutOfCredit { balance: None, cost: 1 })),
        (116, "https://example.com/Probs/out-of-credit", None),
        (116, "https://example.com/probs/out-of-credit/", None),
        (116, "https://example.com/probs/out-of-credit?", None),
        (116, "https://example.com/probs/out-of-credit#", None),
        (116, "https://example.com:443/probs/out-of-credit", None),
        (116, "https://example.com/probs/./out-of-credit", None),
        (116, "https://example.com/probs/out%2Dof-credit", None),
        (116, " https://example.com/probs/out-of-credit", None),
        (116, "http://example.com/probs/out-of-credit", None),
        (117, "https://iana.org/assignments/http-problem-types#date", Some(Known::Date)),
        (117, "https://iana.org/assignments/http-problem-types#ohttp-key", Some(Known::OhttpKey)),
        (117, "https://iana.org/assignments/http-problem-types#Date", None),
        (117, "https://iana.org/assignments/http-problem-types", None),
        (117, "https://iana.org/assignments/http-problem-types#", None),
        (118, "urn:ietf:params:acme:error:malformed", Some(Known::Malformed)),
        (118, "URN:IETF:params:acme:error:malformed", Some(Known::Malformed)),
        (118, "urn:ietf:PARAMS:acme:error:malformed", None),
        (118, "urn:ietf:params:acme:error:Malformed", None),
    ] {
        let text = json!(type_uri);
        for json in [
            format!(r#"{{"type":{text},"status":404,"title":"You do not have enough credit.","cost":1}}"#),
            format!(r#"{{"cost":1,"title":"Date Not Acceptable","detail":"","status":404,"type":{text}}}"#),
        ] {
            match (&expected, typed(&json)) {
                (Some(expected), found) => assert_eq!(found.as_ref(), Ok(expected), "row {row}: {type_uri}"),
                (None, found) => assert_eq!(found, Err(read(&json)), "row {row}: {type_uri}"),
            }
        }
    }
}

#[test]
fn rows_030_and_033_texts_for_people_decide_nothing() {
    let credit = |texts: &str| {
        typed(&format!(r#"{{"type":"https://example.com/probs/out-of-credit","cost":50{texts}}}"#))
    };
    for texts in [
        "",
        r#","title":"Not Found","status":404"#,
        r#","title":"","detail":"Your current balance is 30, but that costs 60.""#,
        r#","title":7,"detail":{"balance":30},"status":"404""#,
    ] {
        assert_eq!(credit(texts), Ok(Known::OutOfCredit { balance: None, cost: 50 }), "{texts}");
    }
    let json = r#"{"type":"/x","title":"Not Found","status":404,"detail":"Not Found","cost":50}"#;
    assert_eq!(typed(json), Err(read(json)));
    let json = r#"{"title":"Not Found"}"#;
    assert_eq!(typed(json), Err(read(json)));
}

#[test]
fn rows_039_and_059_unknown_members_are_no_obstacle() {
    let json = OUT_OF_CREDIT.replace("\"accounts\"", "\"*\":[{}],\"\":null,\"Type\":\"/x\",\"accounts\"");
    assert_eq!(typed(&json), Ok(Known::OutOfCredit { balance: Some(30), cost: 50 }));
    assert_eq!(read(&json).extensions().len(), 6);
    assert_eq!(typed(r#"{"status":404,"balance":30,"type":"about:blank"}"#), Ok(Known::NotFound));
}

#[test]
fn row_040_an_unknown_type_still_has_all_its_members() {
    let json = OUT_OF_CREDIT.replace("out-of-credit", "out-of-patience");
    let details = typed(&json).unwrap_err();
    assert_eq!(members(&details), serde_json::from_str::<Value>(&json).unwrap());
    let response = response(400, b"application/problem+json", &json);
    let details = Known::from_problem_response(&response).unwrap().unwrap_err();
    assert_eq!(details.type_uri(), "https://example.com/probs/out-of-patience");
    assert_eq!(details.response_status(), Some(StatusCode::BAD_REQUEST));
}

/// None of them is changed in any way, be it by the reader or by resolving what is absolute or no reference at all.
#[test]
fn rows_022_to_121_what_is_kept_byte_for_byte() {
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

/// Which texts are URI references shows where an instance is sent on.
#[test]
fn row_112_what_is_a_uri_reference() {
    let is_reference = |text: &str| {
        let details = read(&json!({ "instance": text }).to_string());
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
    ] {
        assert!(!is_reference(text), "{text:?}");
    }
}

/// The vectors of RFC 3986, sections 5.4.1 and 5.4.2.
#[test]
fn row_114_resolution() {
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
fn rows_019_to_116_resolution_of_types() {
    let resolved = |json: &str, base: &str| read(json).resolve(base);
    let relative = r#"{"type":"example-problem","instance":"example-instance"}"#;
    for (row, base, type_uri) in [
        (19, "https://api.example.org/foo/bar/123", "https://api.example.org/foo/bar/example-problem"),
        (19, "https://api.example.org/widget/456", "https://api.example.org/widget/example-problem"),
        (19, "https://api.example.org", "https://api.example.org/example-problem"),
        (19, "HTTPS://API.example.org:443/a/", "HTTPS://API.example.org:443/a/example-problem"),
        // A URL as people write it is encoded first.
        (19, "https://api.example.org/a b/", "https://api.example.org/a%20b/example-problem"),
        // Nothing is resolved against what is no absolute URI.
        (19, "/foo/bar/123", "example-problem"),
        (19, "", "example-problem"),
        (19, "not a url", "example-problem"),
    ] {
        let details = resolved(relative, base);
        assert_eq!(details.type_uri(), type_uri, "row {row}: {base}");
        let instance = type_uri.replace("-problem", "-instance");
        assert_eq!(details.instance(), Some(&*instance), "row {row}: {base}");
        // The enum means the type that it declares to be relative to the same URL.
        assert_eq!(Known::from_problem(details), Ok(Known::Relative), "row {row}: {base}");
    }
    let base = "https://api.example.org/foo/bar/123";
    // Row 21: the empty reference is one, and means the URL itself.
    assert_eq!(read(r#"{"type":""}"#).type_uri(), "");
    assert_ne!(read(r#"{"type":""}"#), read("{}"));
    assert_eq!(resolved(r#"{"type":""}"#, base).type_uri(), base);
    assert_eq!(resolved(r#"{"instance":""}"#, base).instance(), Some(base));
    // What is absent stays so.
    assert_eq!(members(&resolved("{}", base)), json!({}));
    assert_eq!(Known::from_problem(resolved(r#"{"status":404}"#, base)), Ok(Known::NotFound));
    // Row 19: the same type, found at another URL or written out in full.
    let written_out = r#"{"type":"https://API.example.org/foo/bar/example-problem"}"#;
    assert_eq!(Known::from_problem(resolved(written_out, base)), Ok(Known::Relative));
    let elsewhere = resolved(written_out, "https://api.example.org/widget/456");
    assert_eq!(Known::from_problem(elsewhere.clone()), Err(elsewhere));
    // Row 116: once resolved, an absolute type is still compared as it is.
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

#[test]
fn rows_071_and_184_which_responses_hold_a_problem() {
    for content_type in [
        &b"application/problem+json"[..],
        b"Application/Problem+JSON",
        b"APPLICATION/PROBLEM+JSON",
        b"Application/Problem+JSON ; charset=utf-8; x=\"a;b\"",
        b"application/problem+json;charset=iso-8859-1",
        b"application/problem+json;",
        b"application/problem+json\t;q=0",
        b"application/problem+json; profile=\"application/json\"",
        b" application/problem+json\t",
        b"application/problem+json; x=\xe9",
    ] {
        let response = response(400, content_type, r#"{"title":"t"}"#);
        let details = ProblemDetails::from_response(&response).unwrap();
        assert_eq!(details.title(), Some("t"), "{content_type:?}");
        assert_eq!(Known::from_problem_response(&response).unwrap(), Err(details), "{content_type:?}");
    }
    for content_type in [
        &b"application/json"[..],
        b"application/problem+xml",
        b"application/problem",
        b"application/problem+jsonp",
        b"application/problem+json-seq",
        b"application/vnd.api+json",
        b"application/api-problem+json",
        b"application/ problem+json",
        b"application/problem +json",
        b"application/problem+json, text/html",
        b"text/html, application/problem+json",
        b"text/plain; x=application/problem+json",
        b"\"application/problem+json\"",
        b"problem+json",
        b";application/problem+json",
        b"*/*",
        b"",
        b";",
        b"\xe9",
    ] {
        let value = HeaderValue::from_bytes(content_type).unwrap();
        let response = response(400, content_type, OUT_OF_CREDIT);
        for error in [
            ProblemDetails::from_response(&response).unwrap_err(),
            Known::from_problem_response(&response).unwrap_err(),
        ] {
            assert!(matches!(error, ReadError::MediaType(Some(found)) if found == value), "{value:?}");
        }
    }
    let mut response = Response::new(OUT_OF_CREDIT);
    // Row 69: no header field holds a problem, or says that there is one.
    response.headers_mut().insert("problem", HeaderValue::from_static("application/problem+json"));
    assert!(matches!(ProblemDetails::from_response(&response), Err(ReadError::MediaType(None))));
    assert!(matches!(Known::from_problem_response(&response), Err(ReadError::MediaType(None))));
}

#[test]
fn row_184_the_status_code_does_not_say_what_a_problem_is() {
    let details = from_response(200, OUT_OF_CREDIT);
    assert_eq!(details.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(details.response_status(), Some(StatusCode::OK));
    assert!(details.status_mismatch());
    for status in [200, 204, 304, 404, 500] {
        let response = response(status, b"application/problem+json", OUT_OF_CREDIT);
        let expected = Ok(Known::OutOfCredit { balance: Some(30), cost: 50 });
        assert_eq!(Known::from_problem_response(&response).unwrap(), expected, "{status}");
    }
}

#[test]
fn row_001_a_response_without_an_object() {
    for (json, expected) in [("", false), ("{", false), ("[]", true), ("\"oops\"", true)] {
        let response = response(502, b"application/problem+json", json);
        for error in [
            ProblemDetails::from_response(&response).unwrap_err(),
            Known::from_problem_response(&response).unwrap_err(),
        ] {
            let is_as_expected = match error {
                ReadError::NotAnObject => expected,
                ReadError::Json(_) => !expected,
                _ => false,
            };
            assert!(is_as_expected, "{json}");
        }
    }
}

#[test]
fn rows_026_027_and_065_both_status_codes_are_at_hand() {
    for (row, http, json, status, mismatch) in [
        (26, 502, r#"{"status":404}"#, 404, true),
        (26, 404, r#"{"status":404}"#, 404, false),
        (26, 404, r#"{"status":4.04e2}"#, 404, false),
        (27, 404, "{}", 404, false),
        (27, 404, r#"{"status":"403"}"#, 404, false),
        (27, 404, r#"{"status":null}"#, 404, false),
        (67, 404, r#"{"status":999}"#, 404, false),
        (65, 500, r#"{"status":200}"#, 200, true),
        (65, 200, r#"{"status":500}"#, 500, true),
        (65, 404, r#"{"status":403,"status":404}"#, 404, false),
        (65, 404, r#"{"status":403,"status":"404"}"#, 403, true),
        (65, 403, r#"{"status":404,"status":999}"#, 404, true),
    ] {
        let details = from_response(http, json);
        assert_eq!(details.status().unwrap().as_u16(), status, "row {row}: {json}");
        assert_eq!(details.response_status().unwrap().as_u16(), http, "row {row}: {json}");
        assert_eq!(details.status_mismatch(), mismatch, "row {row}: {json}");
        let response = response(http, b"application/problem+json", json);
        let is_not_found = Known::from_problem_response(&response).unwrap() == Ok(Known::NotFound);
        assert_eq!(is_not_found, status == 404, "row {row}: {json}");
    }
    // A body that was stored without its response.
    let stored = read(r#"{"status":404}"#);
    assert_eq!(stored.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(stored.response_status(), None);
    assert!(!stored.status_mismatch());
    assert_eq!(read("{}").status(), None);
}

#[test]
fn row_123_a_status_code_beyond_the_classes_is_a_server_error() {
    for code in [600, 799, 999] {
        let details = from_response(code, "{}");
        assert_eq!(details.response_status().unwrap().as_u16(), code);
        assert_eq!(details.http_status(), StatusCode::INTERNAL_SERVER_ERROR, "{code}");
        assert_eq!(details.to_response().status(), StatusCode::INTERNAL_SERVER_ERROR, "{code}");
        assert_eq!(
            typed(std::str::from_utf8(&details.to_json()).unwrap()),
            Err(details.to_details()),
            "{code}"
        );
    }
}

#[test]
fn row_124_a_status_code_that_is_unknown_is_one_of_its_class() {
    for (code, text) in [
        (471, "471 Client Error"),
        (499, "499 Client Error"),
        (418, "418 Client Error"),
        (599, "599 Server Error"),
    ] {
        let details = from_response(code, "{}");
        assert_eq!(details.http_status().as_u16(), code);
        assert_eq!(details.to_string(), text);
    }
}

#[test]
fn row_161_retry_after() {
    let retry_after = |value: &[u8], date: Option<&'static str>| {
        let mut response = response(503, b"application/problem+json", "{}");
        response.headers_mut().insert("retry-after", HeaderValue::from_bytes(value).unwrap());
        if let Some(date) = date {
            response.headers_mut().insert("date", HeaderValue::from_static(date));
        }
        ProblemDetails::from_response(&response).unwrap().retry_after()
    };
    for (value, expected) in [
        (&b"120"[..], Some(120)),
        (b"0", Some(0)),
        (b"007", Some(7)),
        (b" 120\t", Some(120)),
        (b"18446744073709551615", Some(u64::MAX)),
        (b"99999999999999999999999", Some(u64::MAX)),
        (b"-1", None),
        (b"+1", None),
        (b"1.5", None),
        (b"1e3", None),
        (b"1,2", None),
        (b"1 2", None),
        (b"1s", None),
        (b"soon", None),
        (b"", None),
        (b" ", None),
        (b"\xe9", None),
        (b"2026-01-02T03:04:05Z", None),
        // All three forms of a date (RFC 9110, section 5.6.7).
        (b"Fri, 31 Dec 1999 23:59:59 GMT", Some(59)),
        (b" Fri, 31 Dec 1999 23:59:59 GMT ", Some(59)),
        (b"Friday, 31-Dec-99 23:59:59 GMT", Some(59)),
        (b"Fri Dec 31 23:59:59 1999", Some(59)),
        (b"Fri, 31 Dec 1999 23:59:00 GMT", Some(0)),
        (b"Thu, 30 Dec 1999 23:59:59 GMT", Some(0)),
        (b"Fri, 31 Dec 1999 23:59:59 CET", None),
        (b"Fri, 31 Dec 1999 25:59:59 GMT", None),
    ] {
        let found = retry_after(value, Some("Fri, 31 Dec 1999 23:59:00 GMT"));
        assert_eq!(found, expected.map(Duration::from_secs), "{:?}", String::from_utf8_lossy(value));
    }
    // Without a date of the response, and with one that is none, the date is past by any clock.
    for date in [None, Some("yesterday")] {
        assert_eq!(retry_after(b"Fri, 31 Dec 1999 23:59:59 GMT", date), Some(Duration::ZERO));
        assert_eq!(retry_after(b"5", date), Some(Duration::from_secs(5)));
    }
    assert_eq!(from_response(503, "{}").retry_after(), None);
    assert_eq!(read("{}").retry_after(), None);
}
