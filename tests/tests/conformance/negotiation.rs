//! Tests which format a response has, and the header fields that say so.

mod clients;
mod head;
mod malformed;
mod reference;
mod vary;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Response, StatusCode};
use problem_core::Format::{self, Html, Json, Xml};
use problem_core::{Problem, ProblemDetails};

const FORMATS: [Format; 3] = [Json, Xml, Html];

/// The problem of most responses here.
#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 403,
    type = "https://example.com/probs/out-of-credit",
    title = "You do not have enough credit.",
    detail = "Your current balance is {balance}, but that costs 50."
)]
struct OutOfCredit {
    #[problem(extension)]
    balance: i64,
    #[problem(extension)]
    accounts: [&'static str; 2],
}

const OUT_OF_CREDIT: OutOfCredit =
    OutOfCredit { balance: 30, accounts: ["/account/12345", "/account/67890"] };

const OUT_OF_CREDIT_JSON: &str = concat!(
    r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","#,
    r#""status":403,"detail":"Your current balance is 30, but that costs 50.","#,
    r#""balance":30,"accounts":["/account/12345","/account/67890"]}"#,
);

const OUT_OF_CREDIT_XML: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">"#,
    "<type>https://example.com/probs/out-of-credit</type><title>You do not have enough credit.</title>",
    "<status>403</status><detail>Your current balance is 30, but that costs 50.</detail>",
    "<balance>30</balance><accounts><i>/account/12345</i><i>/account/67890</i></accounts></problem>",
);

/// Returns the header fields of a request with these lines of `Accept` and nothing else.
fn request<L: AsRef<[u8]>>(lines: &[L]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append(ACCEPT, HeaderValue::from_bytes(line.as_ref()).unwrap());
    }
    headers
}

/// Returns the header fields of a request that accepts only this format.
fn request_for(format: Format) -> HeaderMap {
    request(&[media_type(format)])
}

fn media_type(format: Format) -> &'static str {
    match format {
        Json => "application/problem+json",
        Xml => "application/problem+xml",
        Html => "text/html",
        format => panic!("{format:?}"),
    }
}

fn content_type(format: Format) -> &'static str {
    if format == Html { "text/html; charset=utf-8" } else { media_type(format) }
}

fn body<P: Problem + ?Sized>(problem: &P, format: Format) -> Bytes {
    match format {
        Json => problem.to_json(),
        Xml => problem.to_xml(),
        Html => problem.to_html(),
        format => panic!("{format:?}"),
    }
}

/// Returns a map of these header fields. Several of them may have the same name.
fn fields(fields: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        let value = HeaderValue::from_bytes(value.as_bytes()).unwrap();
        headers.append(HeaderName::from_static(name), value);
    }
    headers
}

/// Checks that a problem without its own header fields is sent in this format and without further fields.
fn assert_answer<P: Problem + ?Sized>(problem: &P, request: &HeaderMap, format: Format, context: &str) {
    assert_eq!(Format::negotiate(request), format, "{context}");
    let response = problem.respond(request);
    assert_eq!(response.status(), problem.http_status(), "{context}");
    let expected = fields(&[("content-type", content_type(format)), ("vary", "Accept")]);
    assert_eq!(*response.headers(), expected, "{context}");
    assert_eq!(*response.body(), body(problem, format), "{context}");
}

/// Checks that these lines of `Accept` select this format, whatever else the request says.
fn assert_format<L: AsRef<[u8]>>(lines: &[L], format: Format, context: &str) {
    let lines_of_text: Vec<_> = lines.iter().map(|line| String::from_utf8_lossy(line.as_ref())).collect();
    let context = format!("{context}: {lines_of_text:?}");
    let mut request = request(lines);
    assert_answer(&OUT_OF_CREDIT, &request, format, &context);
    // Common requests take a shortcut that does not parse the list. Other fields must not disturb it.
    for value in ["de", "en;q=0.5", "application/problem+xml", "text/html"] {
        request.append("accept-language", HeaderValue::from_static(value));
        request.append("x-accept", HeaderValue::from_static(value));
    }
    assert_answer(&OUT_OF_CREDIT, &request, format, &context);
}

/// A row, the section that it comes from, the lines of `Accept`, and the format that they select.
type Case = (u16, &'static str, &'static [&'static str], Format);

fn assert_cases(cases: &[Case]) {
    for (row, section, lines, format) in cases {
        assert_format(lines, *format, &format!("row {row}, {section}"));
    }
}

#[test]
fn each_format_has_its_body_and_its_media_type() {
    assert_eq!(OUT_OF_CREDIT.to_json(), OUT_OF_CREDIT_JSON);
    assert_eq!(OUT_OF_CREDIT.to_xml(), OUT_OF_CREDIT_XML);
    let page = OUT_OF_CREDIT.to_html();
    let page = std::str::from_utf8(&page).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"),
        "{page}"
    );
    assert!(page.contains("Your current balance is 30, but that costs 50."), "{page}");
    for format in FORMATS {
        assert_eq!(format.content_type(), content_type(format));
        // Row 131: there is only one content type, and it describes the body.
        let response = OUT_OF_CREDIT.respond(&request_for(format));
        let found: Vec<_> = response.headers().get_all(CONTENT_TYPE).iter().collect();
        assert_eq!(found, [content_type(format)], "{format:?}");
    }
}

#[test]
fn rows_165_and_166_json_is_the_default() {
    assert_cases(&[
        (165, "RFC 9110, section 12.4.1", &[], Json),
        (165, "RFC 9110, section 12.5.1", &[""], Json),
        (165, "RFC 9110, section 12.5.1", &["", " ", ",", "\t, ,"], Json),
        (165, "RFC 9110, section 12.5.1", &["*/*"], Json),
        (166, "RFC 9110, section 12.4.1", &["image/png"], Json),
        (166, "RFC 9110, section 12.4.1", &["image/*"], Json),
        (166, "RFC 9110, section 12.4.1", &["text/plain, image/*, audio/*;q=0.5"], Json),
        (166, "RFC 9110, section 12.4.1", &["image/png", "text/plain"], Json),
        (166, "RFC 9110, section 12.4.1", &["application/problem+cbor"], Json),
        (166, "RFC 9110, section 12.4.1", &["application/problem"], Json),
        // These only begin or end like one of the types.
        (166, "RFC 9110, section 8.3.1", &["application/problem+xmlx"], Json),
        (166, "RFC 9110, section 8.3.1", &["application/problem+xm"], Json),
        (166, "RFC 9110, section 8.3.1", &["text/htm, text/htmlx, xtext/html, application/html"], Json),
        (166, "RFC 9110, section 8.3.1", &["application/xmlx, application/xxml"], Json),
        (166, "RFC 9110, section 8.3.1", &["application/xhtml"], Json),
        (166, "RFC 9110, section 8.3.1", &["applications/*, texts/*, app/*"], Json),
    ]);
}

#[test]
fn rows_164_and_166_an_error_keeps_its_status_code() {
    for code in 400..600 {
        let details = ProblemDetails::new(StatusCode::from_u16(code).unwrap());
        for (accept, format) in [
            ("image/png", Json),
            ("*/*;q=0", Json),
            ("application/problem+json", Json),
            ("application/problem+xml", Xml),
            ("text/html", Html),
        ] {
            let request = request(&[accept]);
            assert_answer(&details, &request, format, accept);
            let response = details.respond(&request);
            assert_eq!(response.status(), code, "{accept}");
            // Row 126: the response has a body.
            assert!(!response.body().is_empty(), "{code}: {accept}");
        }
    }
}

#[test]
fn row_128_a_status_code_that_is_not_an_error_becomes_500() {
    for code in [100, 101, 199, 200, 204, 205, 304, 399, 600, 999] {
        let details = ProblemDetails::new(StatusCode::from_u16(code).unwrap());
        for format in FORMATS {
            let request = request_for(format);
            assert_answer(&details, &request, format, "not an error");
            assert_eq!(details.respond(&request).status(), 500, "{code}");
        }
    }
}

#[test]
fn row_167_weights_are_compared() {
    const SECTION: &str = "RFC 9110, section 12.4.2";
    assert_cases(&[
        (167, SECTION, &["application/problem+json;q=0.5, application/problem+xml"], Xml),
        (167, SECTION, &["application/problem+json;Q=0.5, application/problem+xml"], Xml),
        (167, SECTION, &["application/problem+json;q=0.5, application/problem+xml;Q=0.4"], Json),
        (167, SECTION, &["application/problem+json;q=0.5, application/problem+xml;q=0.4"], Json),
        (167, SECTION, &["application/problem+json;q=0.4, application/problem+xml;q=0.5"], Xml),
        (167, SECTION, &["application/problem+xml;q=0.4, text/html;q=0.5"], Html),
        (167, SECTION, &["application/problem+xml;q=0.5, text/html;q=0.4"], Xml),
        (167, SECTION, &["application/problem+xml;q=0.001"], Xml),
        (167, SECTION, &["text/html;q=0.001"], Html),
        // Every digit counts, and missing digits are zeros.
        (167, SECTION, &["application/problem+json;q=0.998, application/problem+xml;q=0.999"], Xml),
        (167, SECTION, &["application/problem+json;q=0.999, application/problem+xml;q=0.998"], Json),
        (167, SECTION, &["application/problem+json;q=0.999, application/problem+xml;q=1"], Xml),
        (167, SECTION, &["application/problem+json;q=0.001, application/problem+xml;q=0.002"], Xml),
        (167, SECTION, &["application/problem+json;q=0.09, application/problem+xml;q=0.1"], Xml),
        (167, SECTION, &["application/problem+json;q=0.12, application/problem+xml;q=0.2"], Xml),
        (167, SECTION, &["application/problem+json;q=0.123, application/problem+xml;q=0.13"], Xml),
        (167, SECTION, &["application/problem+json;q=0.13, application/problem+xml;q=0.123"], Json),
        // All of these weights are 1, and JSON comes first among equals.
        (167, SECTION, &["application/problem+xml, application/problem+json;q=1"], Json),
        (167, SECTION, &["application/problem+xml, application/problem+json;q=1."], Json),
        (167, SECTION, &["application/problem+xml, application/problem+json;q=1.0"], Json),
        (167, SECTION, &["application/problem+xml, application/problem+json;q=1.00"], Json),
        (167, SECTION, &["application/problem+xml, application/problem+json;q=1.000"], Json),
        // All of these weights are 0.5.
        (167, SECTION, &["application/problem+xml;q=0.5, application/problem+json;q=0.50"], Json),
        (167, SECTION, &["application/problem+xml;q=0.50, application/problem+json;q=0.500"], Json),
        (167, SECTION, &["application/problem+xml;q=0.500, application/problem+json;q=0.5"], Json),
    ]);
    for zero in ["0", "0.", "0.0", "0.00", "0.000"] {
        let accept = format!("application/problem+json;q={zero}, */*;q=0.001");
        assert_format(&[accept], Xml, "row 167, zero is not acceptable");
    }
}

/// If the weights are equal, JSON comes first, then XML, then HTML, in any order of the list.
#[test]
fn row_169_the_order_of_the_list_does_not_matter_among_equals() {
    for weight in ["", ";q=1", ";q=0.5", ";q=0.001"] {
        for order in [[Json, Xml, Html], [Html, Json, Xml], [Xml, Html, Json], [Html, Xml, Json]] {
            for count in 1..=3 {
                let chosen = &order[..count];
                let first = *FORMATS.iter().find(|format| chosen.contains(format)).unwrap();
                let ranges: Vec<_> =
                    chosen.iter().map(|format| media_type(*format).to_owned() + weight).collect();
                assert_format(&[ranges.join(", ")], first, "row 169, one line");
                assert_format(&ranges, first, "row 169, several lines");
            }
        }
    }
}

#[test]
fn row_168_a_weight_counts_at_any_position() {
    const SECTION: &str = "RFC 9110, section 12.5.1";
    assert_cases(&[
        (168, SECTION, &["application/problem+json;q=0.3;v=1, application/problem+xml;q=0.4"], Xml),
        (168, SECTION, &["application/problem+json;q=0.5;v=1, application/problem+xml;q=0.4"], Json),
        (168, SECTION, &["application/problem+json;v=1;q=0.3, application/problem+xml;q=0.4"], Xml),
        (168, SECTION, &["application/problem+json;v=1;q=0.3;w=2, application/problem+xml;q=0.4"], Xml),
        (168, SECTION, &["application/problem+json;v=1;Q=0.5;w=2, application/problem+xml;q=0.4"], Json),
        (168, SECTION, &["application/json;q=0.3;v=1, application/xml;q=0.4"], Xml),
        (168, SECTION, &["application/json;q=0.5;v=1, application/xml;q=0.4"], Json),
        // Only `q` is the name of the weight.
        (168, SECTION, &["application/problem+json;qs=0.3, application/problem+xml;q=0.4"], Json),
        (168, SECTION, &["application/problem+json;xq=0.3, application/problem+xml;q=0.4"], Json),
        (168, SECTION, &["application/problem+json;weight=0.3, application/problem+xml;q=0.4"], Json),
    ]);
}

#[test]
fn row_169_the_most_specific_range_sets_the_weight() {
    const SECTION: &str = "RFC 9110, section 12.5.1";
    assert_cases(&[
        (169, SECTION, &["*/*, application/problem+json;q=0.5"], Xml),
        (169, SECTION, &["application/problem+json;q=0.5, */*"], Xml),
        (169, SECTION, &["*/*;q=0.1, application/problem+json;q=0.5"], Json),
        (169, SECTION, &["*/*, application/*;q=0.5"], Html),
        (169, SECTION, &["application/*;q=0.5, */*"], Html),
        (169, SECTION, &["*/*, text/*;q=0.5, application/*;q=0.4, text/html;q=0.3"], Json),
        (169, SECTION, &["*/*, application/*;q=0.5, text/*;q=0.6"], Html),
        (169, SECTION, &["*/*, application/*;q=0.5, text/*;q=0.6, text/html;q=0.4"], Json),
        (169, SECTION, &["application/*, application/problem+json;q=0.2"], Xml),
        (169, SECTION, &["application/problem+json;q=0.2, application/*;q=0.1, */*;q=0.3"], Html),
        // A range with a parameter is more specific than one with an asterisk, but less specific than the exact type.
        (169, SECTION, &["application/*;q=0.1, application/problem+json;v=1;q=0.9, text/html;q=0.5"], Json),
        (
            169,
            SECTION,
            &["application/problem+xml;v=1, application/problem+xml;q=0.1, text/html;q=0.5"],
            Html,
        ),
        (
            169,
            SECTION,
            &["application/problem+xml;q=0.1, application/problem+xml;v=1, text/html;q=0.5"],
            Html,
        ),
        (169, SECTION, &["application/problem+xml;v=1;q=0.1, application/problem+xml, text/html;q=0.5"], Xml),
        // The greatest weight counts if several ranges are equally specific.
        (
            169,
            SECTION,
            &["application/problem+xml;q=0.1, application/problem+xml;q=0.9, text/html;q=0.5"],
            Xml,
        ),
        (
            169,
            SECTION,
            &["application/problem+xml;q=0.9, application/problem+xml;q=0.1, text/html;q=0.5"],
            Xml,
        ),
        (
            169,
            SECTION,
            &["application/problem+xml;v=2;q=0.1, application/problem+xml;v=1, text/html;q=0.5"],
            Xml,
        ),
        (169, SECTION, &["*/*;q=0.1, */*;q=0.7, text/html;q=0.5"], Json),
    ]);
    // The example of the section, with HTML instead of plain text, and with a range for the other formats.
    for (html, format) in [("text/html;q=0.7", Html), ("text/css;q=0.7", Html), ("text/html;q=0.45", Json)] {
        let ranges =
            ["text/*;q=0.3", html, "text/html;level=1", "text/html;level=2;q=0.4", "application/*;q=0.5"];
        for first in 0..ranges.len() {
            let (after, before) = ranges.split_at(first);
            assert_format(&[[before, after].concat().join(", ")], format, "row 169, in any order");
            assert_format(&[before, after].concat(), format, "row 169, in any order");
        }
    }
}

#[test]
fn rows_170_to_172_a_list_can_be_written_in_many_ways() {
    const CASE: &str = "RFC 9110, section 8.3.1";
    const EMPTY: &str = "RFC 9110, section 5.6.1.2";
    const LINES: &str = "RFC 9110, section 5.3";
    assert_cases(&[
        (170, CASE, &["APPLICATION/Problem+JSON, Application/PROBLEM+xml;q=0.9"], Json),
        (170, CASE, &["APPLICATION/Problem+JSON;q=0.8, Application/PROBLEM+xml;q=0.9"], Xml),
        (170, CASE, &["Text/HTML"], Html),
        (170, CASE, &["TEXT/*"], Html),
        (170, CASE, &["APPLICATION/*;q=0.5, */*"], Html),
        (170, CASE, &["Application/XML"], Xml),
        (170, CASE, &["Image/SVG+Xml"], Xml),
        (170, CASE, &["Application/XHTML+xml"], Html),
        (170, CASE, &["text/html, Application/Json"], Json),
        (170, CASE, &["text/html, Application/Vnd.Api+Json"], Json),
        (170, CASE, &["application/problem+json;q=0.1,application/problem+xml"], Xml),
        (170, CASE, &[" \tapplication/problem+json\t ; \t q=0.1 \t,\t application/problem+xml \t"], Xml),
        (170, CASE, &["application/problem+json ;\tv=1 ;q=0.1 ,application/problem+xml;q=0.2"], Xml),
        (170, CASE, &["application/problem+json;, application/problem+xml;q=0.5;"], Json),
        (170, CASE, &["application/problem+json;;; ;q=0.1;;, application/problem+xml;;q=0.5;"], Xml),
        // Separators within quotes do not separate.
        (170, CASE, &[r#"application/json;x="a,b;q=0""#], Json),
        (170, CASE, &[r#"text/html;x="a,b;q=0""#], Html),
        (170, CASE, &[r#"text/html;x=", application/problem+json, ""#], Html),
        (170, CASE, &[r#"text/html;x=";q=0.1";q=0.6, application/problem+json;q=0.5"#], Html),
        (170, CASE, &[r#"text/html;x=";q=0.9";q=0.4, application/problem+json;q=0.5"#], Json),
        (170, CASE, &[r#"text/html;x="\", application/problem+json, \"", image/png"#], Html),
        (170, CASE, &[r#"text/html;q=0.5;x="\\", application/problem+xml"#], Xml),
        (170, CASE, &[r#"text/html;q=0.5;x="\\\"", application/problem+xml"#], Xml),
        (170, CASE, &[r#"text/html;x="\\\", application/problem+xml;q=0.5;x=""#], Html),
        (170, CASE, &[r#"text/html;x="";q=0.4, application/problem+json;q=0.5"#], Json),
        (170, CASE, &[r#"text/html;x="=";y="/";z="*", image/png"#], Html),
        (170, CASE, &[r#"text/html;x="(\a)""#], Html),
        // A backslash outside of quotes escapes nothing, and it is not a token character either.
        (170, CASE, &[r#"image/png;x=\, text/html;x="a,b""#], Html),
        (171, EMPTY, &[", application/problem+xml,,"], Xml),
        (171, EMPTY, &[",,\t, ,application/problem+json;q=0.1,, , text/html , "], Html),
        (171, EMPTY, &["", "application/problem+xml", ","], Xml),
        (172, LINES, &["application/json;q=0.1", "application/problem+xml"], Xml),
        (172, LINES, &["application/problem+json;q=0.1", "application/problem+xml"], Xml),
        (172, LINES, &["application/problem+json", "application/problem+xml;q=0.1"], Json),
        (172, LINES, &["application/problem+json;q=0", "*/*"], Xml),
        (172, LINES, &["*/*", "application/problem+json;q=0"], Xml),
        (172, LINES, &["application/problem+json", "application/problem+json;q=0.1, text/html;q=0.5"], Json),
        (172, LINES, &["application/json", "text/html"], Json),
        (172, LINES, &["image/png", "", "text/html"], Html),
        // Most clients send the first line alone. Here the second line changes the result.
        (172, LINES, &["*/*", "text/html;q=0.5, application/*;q=0.4"], Html),
        (172, LINES, &["application/json", "application/problem+xml"], Xml),
    ]);
}

#[test]
fn rows_173_and_174_asterisks_include_and_zeros_exclude() {
    const SECTION: &str = "RFC 9110, section 12.5.1";
    assert_cases(&[
        (173, SECTION, &["*/*"], Json),
        (173, SECTION, &["*/*;q=0.1"], Json),
        (173, SECTION, &["application/*"], Json),
        (173, SECTION, &["application/*;q=0.5, application/problem+xml"], Xml),
        (173, SECTION, &["application/*, application/problem+xml"], Json),
        (173, SECTION, &["text/*"], Html),
        (173, SECTION, &["text/*, application/*"], Json),
        (173, SECTION, &["text/*, application/*;q=0.9"], Html),
        (173, SECTION, &["text/*, application/problem+xml"], Xml),
        (173, SECTION, &["text/*;q=0.5, */*;q=0.1"], Html),
        (173, SECTION, &["text/html"], Html),
        (173, SECTION, &["application/problem+xml"], Xml),
        (174, SECTION, &["application/problem+json;q=0, */*"], Xml),
        (174, SECTION, &["application/problem+json;q=0, application/*"], Xml),
        (174, SECTION, &["*/*, application/problem+xml;q=0, application/problem+json;q=0.0"], Html),
        (174, SECTION, &["application/*;q=0, */*"], Html),
        (174, SECTION, &["application/*;q=0, application/problem+xml;q=0.1, */*"], Html),
        (174, SECTION, &["application/*;q=0, application/problem+xml;q=0.1, text/*;q=0"], Xml),
        (174, SECTION, &["application/problem+json;q=0, application/problem+xml;q=0"], Json),
        (
            174,
            SECTION,
            &["application/problem+json;q=0, application/problem+xml;q=0, text/html;q=0, */*"],
            Json,
        ),
        (174, SECTION, &["*/*;q=0"], Json),
        (174, SECTION, &["*/*;q=0, text/html"], Html),
        (174, SECTION, &["*/*;q=0, application/problem+xml;q=0.1"], Xml),
        (174, SECTION, &["application/problem+json;q=0"], Json),
        (174, SECTION, &["text/html;q=0"], Json),
        (174, SECTION, &["text/html;q=0, text/*"], Json),
        (174, SECTION, &["text/html;q=0, */*;q=0.1"], Json),
        (174, SECTION, &["application/problem+json;q=0, text/html;q=0, */*;q=0.1"], Xml),
        // An excluded format stays excluded, even if the client could read it.
        (174, SECTION, &["application/problem+json;q=0, application/json, application/xml;q=0.1"], Xml),
        (174, SECTION, &["application/problem+json;q=0, application/json, text/html;q=0.1"], Html),
        (174, SECTION, &["application/problem+xml;q=0, application/xml"], Json),
        (174, SECTION, &["application/problem+xml;q=0, application/xml, application/xhtml+xml;q=0.1"], Html),
        (174, SECTION, &["text/html;q=0, application/xhtml+xml, application/xml;q=0.1"], Xml),
        // Excluding a related type does not exclude the format itself.
        (174, SECTION, &["application/json;q=0, */*"], Json),
        (174, SECTION, &["application/json;q=0, application/xml;q=0.1"], Xml),
        (174, SECTION, &["application/json;q=0, text/html;q=0.1"], Html),
    ]);
}

#[test]
fn row_175_related_types_count_in_a_second_pass() {
    const SECTION: &str = "RFC 9457, section 3";
    assert_cases(&[
        (175, SECTION, &["application/json"], Json),
        (175, SECTION, &["application/xml"], Xml),
        (175, SECTION, &["text/xml"], Xml),
        (175, SECTION, &["application/atom+xml"], Xml),
        (175, SECTION, &["image/svg+xml"], Xml),
        (175, SECTION, &["application/*+xml"], Xml),
        (175, SECTION, &["application/vnd.foo+json"], Json),
        (175, SECTION, &["application/xhtml+xml"], Html),
        (175, SECTION, &["application/xhtml+xml;q=0.1, application/rss+xml;q=0.2"], Xml),
        (175, SECTION, &["application/xhtml+xml;q=0.2, application/rss+xml;q=0.1"], Html),
        (175, SECTION, &["application/xhtml+xml, application/xml"], Xml),
        (175, SECTION, &["application/xml, application/json"], Json),
        (175, SECTION, &["application/xml, application/json;q=0.9"], Xml),
        (175, SECTION, &["application/xml;q=0.2, text/xml;q=0.4, application/json;q=0.3"], Xml),
        (
            175,
            SECTION,
            &["application/xml;q=0.2, application/json;q=0.1, application/vnd.foo+json;q=0.3"],
            Json,
        ),
        (175, SECTION, &["application/vnd.foo+xml, application/vnd.foo+json"], Json),
        (175, SECTION, &["application/xml;q=0"], Json),
        (175, SECTION, &["application/xml;q=0, application/json;q=0, application/xhtml+xml;q=0"], Json),
        (175, SECTION, &["*/*;q=0, application/xml"], Xml),
        (175, SECTION, &["application/*;q=0, application/xml"], Xml),
        (175, SECTION, &["application/xml;version=1"], Xml),
        (175, SECTION, &["application/xhtml+xml;profile=\"http://www.wapforum.org/xhtml\""], Html),
        // The first pass finds a format, so there is no second pass.
        (175, SECTION, &["application/xml, */*;q=0.1"], Json),
        (175, SECTION, &["application/xml, application/problem+json;q=0.1"], Json),
        (175, SECTION, &["application/xml, text/html;q=0.1"], Html),
        (175, SECTION, &["application/xhtml+xml, application/problem+xml;q=0.1"], Xml),
        (175, SECTION, &["image/svg+xml, image/*;q=0.8, */*;q=0.5"], Json),
        (175, SECTION, &["application/json, application/problem+xml;q=0.1"], Xml),
        (175, SECTION, &["application/json, application/problem+xml"], Xml),
        // These types are not related to any format.
        (175, SECTION, &["application/xml-dtd"], Json),
        (175, SECTION, &["application/vnd.foo+xml-x"], Json),
        (175, SECTION, &["application/vnd.foo-xml"], Json),
        (175, SECTION, &["application/vnd.foo+json-seq, application/xml;q=0.1"], Xml),
        (175, SECTION, &["application/json-seq, application/jsonp, application/xml;q=0.1"], Xml),
        // A page is for people. A client that weighs JSON at least as much as HTML is not a browser.
        (175, SECTION, &["text/html, application/json"], Json),
        (175, SECTION, &["text/html, application/vnd.foo+json"], Json),
        (175, SECTION, &["text/html;q=0.9, application/json;q=0.9"], Json),
        (175, SECTION, &["text/html;q=0.8, application/json;q=0.9"], Json),
        (175, SECTION, &["text/html;q=0.9, application/json;q=0.8"], Html),
        (175, SECTION, &["text/*, application/json"], Json),
        (175, SECTION, &["text/html, application/json, */*;q=0.1"], Json),
        // The weight of problem+json itself counts more than that of a related type.
        (175, SECTION, &["text/html, application/json, application/problem+json;q=0.1"], Html),
        (175, SECTION, &["text/html, application/json;q=0.9, */*;q=0.8"], Html),
        (175, SECTION, &["text/html, application/xml, application/json"], Json),
        (175, SECTION, &["text/html, application/xml"], Html),
        (175, SECTION, &["text/html;q=0.5, application/xml"], Html),
        (175, SECTION, &["text/html;q=0.9, application/problem+xml;q=0.1, application/json"], Json),
    ]);
}

#[test]
fn row_176_a_parameter_that_the_media_type_lacks_does_not_exclude_it() {
    const SECTION: &str = "RFC 9110, section 12.5.1";
    assert_cases(&[
        (176, SECTION, &["application/problem+json;profile=x, application/problem+xml;q=0.9"], Json),
        (176, SECTION, &["application/problem+xml;profile=x"], Xml),
        (176, SECTION, &["application/problem+xml;charset=utf-8, application/problem+json;q=0.9"], Xml),
        (176, SECTION, &["text/html;level=1"], Html),
        (176, SECTION, &["text/html;Charset=UTF-8, text/html;q=0.1, application/problem+json;q=0.5"], Html),
        (176, SECTION, &["text/html;charset=utf-8;q=0, text/*, application/problem+json;q=0.5"], Json),
        (176, SECTION, &["text/html;charset=utf-8;q=0, */*;q=0.1, application/problem+xml;q=0.5"], Xml),
        (176, SECTION, &["text/html;charset=utf-8"], Html),
        (176, SECTION, &["text/html;charset=iso-8859-1;q=0.2, application/problem+json;q=0.1"], Html),
        (176, SECTION, &["*/*;version=1, application/*;v=1;q=0.5"], Html),
        // Excluding a type with a parameter does not exclude the type without it.
        (176, SECTION, &["application/problem+json;v=1;q=0, */*"], Json),
        (176, SECTION, &["text/html;level=1;q=0, text/*"], Html),
        (176, SECTION, &["application/*;v=1;q=0, */*"], Json),
        (176, SECTION, &["application/problem+xml;v=1;q=0, application/xml"], Xml),
        (176, SECTION, &["application/problem+xml;v=1;q=0"], Json),
        (176, SECTION, &["application/problem+xml;v=1;q=0, application/problem+xml;v=2;q=0.1"], Xml),
    ]);
}

#[test]
fn rows_180_and_181_other_preferences_do_not_matter() {
    for format in FORMATS {
        for (name, value) in [
            ("accept-charset", "iso-8859-1"),
            ("accept-charset", "utf-8;q=0, *;q=0.5"),
            ("accept-encoding", "gzip, br"),
            ("accept-encoding", "gzip;q=1.0, identity;q=0, *;q=0"),
            ("accept-language", "de-CH, en;q=0"),
            ("content-type", "application/xml"),
            ("te", "trailers, deflate"),
            ("x-requested-with", "XMLHttpRequest"),
        ] {
            let mut request = request_for(format);
            request.insert(name, HeaderValue::from_static(value));
            assert_answer(&OUT_OF_CREDIT, &request, format, value);
            assert_answer(&ProblemDetails::new(StatusCode::GONE).with_detail("é"), &request, format, value);
        }
    }
}

/// Lists the formats that the server has, for a client that accepts none of them.
#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 406)]
struct NotAcceptable {
    #[problem(extension)]
    available: &'static [&'static str],
}

#[test]
fn rows_137_and_182_a_server_can_respond_with_406() {
    let problem = NotAcceptable { available: &["application/json", "text/csv"] };
    let response = problem.respond(&request(&["image/png"]));
    assert_eq!(response.status(), 406);
    assert_eq!(
        *response.headers(),
        fields(&[("content-type", "application/problem+json"), ("vary", "Accept")])
    );
    assert_eq!(
        *response.body(),
        concat!(
            r#"{"type":"about:blank","title":"Not Acceptable","status":406,"#,
            r#""detail":"The resource has no representation that the request accepts.","#,
            r#""available":["application/json","text/csv"]}"#,
        )
    );
    assert_answer(&problem, &request(&["application/problem+xml"]), Xml, "406");
}

/// The response is in JSON, since XML would lose a member.
#[test]
fn row_166_a_problem_that_xml_cannot_express_is_sent_in_json() {
    let gone = || ProblemDetails::new(StatusCode::GONE);
    let nested = serde_json::json!({ "1": 2 });
    for details in [
        gone().with_extension("a b", &1),
        gone().with_extension("fine", &1).with_extension("", &1),
        gone().with_extension("nested", &nested),
        gone().with_extension("items", &serde_json::json!({ "i": 1 })),
    ] {
        for accept in ["application/problem+xml", "application/xml", "application/problem+json;q=0, */*"] {
            let request = request(&[accept]);
            assert_eq!(Format::negotiate(&request), Xml, "{accept}");
            let response = details.respond(&request);
            assert_eq!(response.status(), 410, "{accept}");
            let expected = fields(&[("content-type", "application/problem+json"), ("vary", "Accept")]);
            assert_eq!(*response.headers(), expected, "{accept}");
            assert_eq!(*response.body(), details.to_json(), "{accept}");
        }
        assert_answer(&details, &request_for(Html), Html, "a page");
    }
    // JSON leaves out a null member too, so XML loses nothing.
    let null = gone().with_extension("a b", &());
    assert_answer(&null, &request_for(Xml), Xml, "null");
}

/// The response does not depend on a request, so it has no `Vary`.
#[test]
fn row_179_a_response_that_is_not_negotiated_does_not_vary() {
    let response = OUT_OF_CREDIT.to_response();
    assert_eq!(*response.headers(), fields(&[("content-type", "application/problem+json")]));
    assert_eq!(*response.body(), OUT_OF_CREDIT_JSON);
}

/// A trait object and a transparent wrapper give the same response as the problem that they hold.
#[test]
fn row_164_a_wrapped_problem_gives_the_response_of_the_problem() {
    #[derive(Debug, thiserror::Error, Problem)]
    #[error("log")]
    #[problem(transparent)]
    struct Outer(OutOfCredit);

    let object: &dyn Problem = &OUT_OF_CREDIT;
    let outer = Outer(OUT_OF_CREDIT);
    for format in FORMATS {
        assert_answer(object, &request_for(format), format, "a trait object");
        assert_answer(&outer, &request_for(format), format, "transparent");
        assert_eq!(body(&outer, format), body(&OUT_OF_CREDIT, format));
        assert_eq!(
            parts(&outer.respond_to(&Method::GET, &request_for(format))),
            parts(&OUT_OF_CREDIT.respond(&request_for(format)))
        );
    }
}

/// Returns the parts of a response that are compared.
fn parts(response: &Response<Bytes>) -> (StatusCode, &HeaderMap, &Bytes) {
    (response.status(), response.headers(), response.body())
}
