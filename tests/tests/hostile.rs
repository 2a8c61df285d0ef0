//! Tests that any value leads to a valid object with unique names and the right status, and never to a panic.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use problem_core::{Members, Problem, ProblemDetails, ProblemType};
use problem_tests::{body, wire};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::atomic::{AtomicU16, Ordering};

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 400,
    type = "/hostile",
    detail = "<{text}>",
    instance = "/{text}",
    header("x-text" = "{text}"),
    header("x-last" = "kept")
)]
struct Text<T: fmt::Debug> {
    #[problem(extension, header = "x-field")]
    text: T,
}

#[test]
fn text_of_every_kind_is_escaped() {
    for (text, json, encoded, header) in [
        ("\"", "\\\"", "%22", Some("\"")),
        ("\\", "\\\\", "%5C", Some("\\")),
        ("\u{0}\u{1f}", "\\u0000\\u001f", "%00%1F", None),
        ("\u{8}\u{c}\n\r\t", "\\b\\f\\n\\r\\t", "%08%0C%0A%0D%09", None),
        ("a\nSet-Cookie: x", "a\\nSet-Cookie: x", "a%0ASet-Cookie%3A%20x", None),
        ("a\rb", "a\\rb", "a%0Db", None),
        ("\u{7f}", "\u{7f}", "%7F", None),
        (
            "é日😀\u{2028}\u{feff}\u{ffff}",
            "é日😀\u{2028}\u{feff}\u{ffff}",
            "%C3%A9%E6%97%A5%F0%9F%98%80%E2%80%A8%EF%BB%BF%EF%BF%BF",
            None,
        ),
        ("</script>", "</script>", "%3C%2Fscript%3E", Some("</script>")),
        ("{} {0} {text}", "{} {0} {text}", "%7B%7D%20%7B0%7D%20%7Btext%7D", Some("{} {0} {text}")),
        ("%", "%", "%25", Some("%")),
    ] {
        let fields = header.map_or_else(
            || "x-last: kept\n".to_owned(),
            |value| format!("x-text: {value}\nx-last: kept\nx-field: {value}\n"),
        );
        assert_eq!(
            wire(&Text { text }),
            format!(
                "400\ncontent-type: application/problem+json\n{fields}\n\
                {{\"type\":\"/hostile\",\"title\":\"Text\",\"status\":400,\"detail\":\"<{json}>\",\
                \"instance\":\"/{encoded}\",\"text\":\"{json}\"}}"
            )
        );
    }
}

#[test]
fn a_text_of_a_mebibyte_is_sent_whole() {
    let text = "\"é".repeat(350_000);
    let problem = Text { text: text.as_str() };
    let details = problem.to_details();
    problem_tests::assert_lawful(&problem);
    assert_eq!(details.detail(), Some(format!("<{text}>").as_str()));
    assert_eq!(details.extension("text"), Some(text));
}

/// Writes something and then fails.
#[derive(Debug)]
struct Fails;

impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half \"written")?;
        Err(fmt::Error)
    }
}

impl Serialize for Fails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        seq.serialize_element("half written")?;
        Err(S::Error::custom("no more"))
    }
}

#[test]
fn a_display_that_fails_is_rolled_back() {
    assert_eq!(
        wire(&Text { text: Fails }),
        "400\ncontent-type: application/problem+json\nx-last: kept\n\n\
        {\"type\":\"/hostile\",\"title\":\"Text\",\"status\":400,\"detail\":\"The request is malformed.\"}"
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("{0}")]
#[problem(status = 500, display)]
struct DisplayFails(Fails);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(type = "/x", detail = "{0}")]
struct DetailFails(Fails, #[problem(status)] StatusCode);

#[test]
fn the_standard_sentence_replaces_a_detail_that_fails() {
    assert_eq!(
        body(&DisplayFails(Fails)),
        "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\"}"
    );
    assert_eq!(
        body(&DetailFails(Fails, StatusCode::LOCKED)),
        "{\"type\":\"/x\",\"title\":\"Detail Fails\",\"status\":423,\"detail\":\"The resource is locked.\"}"
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, detail = "d")]
struct Extensions<F: fmt::Debug, A: fmt::Debug> {
    #[problem(extension)]
    before: u8,
    #[problem(extension)]
    member: A,
    #[problem(flatten)]
    more: F,
    #[problem(extension)]
    after: u8,
}

fn extended<F: fmt::Debug + Serialize, A: fmt::Debug + Serialize>(member: A, more: F) -> String {
    let body = body(&Extensions { before: 1, member, more, after: 2 });
    let members = body
        .strip_prefix("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"d\",")
        .and_then(|members| members.strip_suffix('}'));
    members.unwrap().to_owned()
}

#[test]
fn a_member_that_fails_midway_is_left_out() {
    let none = "\"before\":1,\"after\":2";
    assert_eq!(extended(Fails, ()), none);
    assert_eq!(extended([Some(Fails)], ()), none);
    assert_eq!(extended(BTreeMap::from([("a", vec![Fails])]), ()), none);
    assert_eq!(extended(HashMap::from([(vec![1], 2)]), ()), none);
    assert_eq!(extended(BTreeMap::from([((1, 2), 3)]), ()), none);
    assert_eq!(extended(f64::NAN, ()), none);
    assert_eq!(extended(f32::NEG_INFINITY, ()), none);
    assert_eq!(extended(None::<u8>, ()), none);
    assert_eq!(extended((), ()), none);
}

/// Writes entries of every kind and then fails.
#[derive(Debug)]
struct FailsMidway;

impl Serialize for FailsMidway {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kept", &1)?;
        map.serialize_entry("fails", &Fails)?;
        map.serialize_entry("kept", &2)?;
        map.serialize_entry("also", &3)?;
        Err(S::Error::custom("no more"))
    }
}

/// A struct that serialises two fields with the same name.
#[derive(Debug)]
struct Twice;

impl Serialize for Twice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Twice", 2)?;
        fields.serialize_field("same", &1)?;
        fields.serialize_field("same", &2)?;
        fields.end()
    }
}

#[test]
fn a_flattened_map_keeps_complete_entries() {
    assert_eq!(extended(0, FailsMidway), "\"before\":1,\"member\":0,\"kept\":1,\"also\":3,\"after\":2");
    assert_eq!(extended(0, Twice), "\"before\":1,\"member\":0,\"same\":1,\"after\":2");
    assert_eq!(extended(0, BTreeMap::from([(vec![1], 1)])), "\"before\":1,\"member\":0,\"after\":2");
}

#[test]
fn a_flattened_map_overwrites_nothing() {
    let names = ["type", "title", "status", "detail", "instance", "before", "member", "after", "own"];
    let map: BTreeMap<_, _> = names.into_iter().map(|name| (name, "map")).collect();
    assert_eq!(extended(0, &map), "\"before\":1,\"member\":0,\"own\":\"map\",\"after\":2");
    assert_eq!(extended(None::<u8>, &map), "\"before\":1,\"own\":\"map\",\"after\":2");
    assert_eq!(extended(Fails, &map), "\"before\":1,\"own\":\"map\",\"after\":2");
}

#[test]
fn names_are_compared_before_they_are_escaped() {
    let map = BTreeMap::from([("a\\u0001", 1), ("a\u{1}", 2), ("", 3), ("Title", 4)]);
    assert_eq!(
        extended(0, map),
        "\"before\":1,\"member\":0,\"\":3,\"Title\":4,\"a\\u0001\":2,\"a\\\\u0001\":1,\"after\":2"
    );
}

#[test]
fn many_names_stay_unique() {
    #[derive(Debug, thiserror::Error, Problem)]
    #[error("log")]
    #[problem(status = 400)]
    struct Maps(#[problem(flatten)] BTreeMap<u32, u8>, #[problem(flatten)] BTreeMap<String, u8>);

    let numbers: BTreeMap<_, _> = (0..10_000).map(|number| (number, 1)).collect();
    let texts: BTreeMap<_, _> = (5_000..15_000).map(|number| (number.to_string(), 2)).collect();
    let maps = Maps(numbers, texts);
    problem_tests::assert_lawful(&maps);
    let details = maps.to_details();
    assert_eq!(details.extensions().len(), 15_000);
    assert_eq!(details.extension("9999"), Some(1));
    assert_eq!(details.extension("10000"), Some(2));
}

#[test]
fn a_number_is_read_as_it_was_sent() {
    let details = ProblemDetails::new(StatusCode::GONE).with_extension("single", &0.1_f32);
    assert!(details.to_json().ends_with(b"\"single\":0.1}"));
    let details = Text { text: 0.1_f32 }.to_details();
    assert_eq!(details.extensions()["text"].to_string(), "0.1");
    assert_eq!(Text { text: u128::MAX }.to_details().extension("text"), Some(3.402_823_669_209_385e38));
}

/// A handwritten impl that does everything it should not.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct Careless;

impl Problem for Careless {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::new(StatusCode::NO_CONTENT, "not a \"uri\"", "")
    }

    fn fmt_detail(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }

    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/half")?;
        Err(fmt::Error)
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        members.member("status", &200);
        members.member("twice", &1);
        members.member("twice", &2);
        members.member("absent", &Fails);
        members.member("absent", &3);
        members.flatten(&BTreeMap::from([("title", 4), ("twice", 5), ("more", 6)]));
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        headers.insert("content-type", HeaderValue::from_static("text/html"));
        headers.append("content-type", HeaderValue::from_static("text/plain"));
        headers.insert("content-length", HeaderValue::from_static("0"));
        headers.insert("transfer-encoding", HeaderValue::from_static("chunked"));
        headers.insert("connection", HeaderValue::from_static("close"));
        headers.insert("keep-alive", HeaderValue::from_static("timeout=5"));
        headers.insert("proxy-connection", HeaderValue::from_static("close"));
        headers.insert("trailer", HeaderValue::from_static("etag"));
        headers.insert("content-encoding", HeaderValue::from_static("gzip"));
        headers.insert("x-kept", HeaderValue::from_static("kept"));
    }
}

#[test]
fn a_handwritten_impl_cannot_break_the_response() {
    assert_eq!(
        wire(&Careless),
        "500\ncontent-type: application/problem+json\nx-kept: kept\n\n\
        {\"type\":\"not a \\\"uri\\\"\",\"title\":\"\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\",\"twice\":1,\"absent\":3,\"more\":6}"
    );
}

/// Keeps the content type, but adds a second one and a length.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct Frames;

impl Problem for Frames {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::GONE)
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        headers.append("content-type", HeaderValue::from_static("text/html"));
        headers.insert("content-length", HeaderValue::from_static("0"));
    }
}

#[test]
fn an_impl_cannot_set_the_framing_even_with_the_right_content_type() {
    assert_eq!(
        wire(&Frames),
        "410\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Gone\",\"status\":410,\
        \"detail\":\"The resource has been removed for good.\"}"
    );
}

/// Returns a different problem type on each call.
#[derive(Debug, Default, thiserror::Error)]
#[error("log")]
struct Fickle(AtomicU16);

impl Problem for Fickle {
    fn problem_type(&self) -> ProblemType<'_> {
        let asked = self.0.fetch_add(1, Ordering::Relaxed);
        ProblemType::about_blank(StatusCode::from_u16(400 + asked % 10).unwrap())
    }

    fn fmt_detail(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

#[test]
fn the_body_and_the_status_code_agree_whatever_an_impl_returns() {
    let fickle = Fickle::default();
    for _ in 0..3 {
        let response = fickle.to_response();
        let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(body["status"], response.status().as_u16());
        assert_eq!(body["title"], ProblemType::about_blank(response.status()).title());
    }
}

/// Writes each of its names twice.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct Repeats(usize);

impl Problem for Repeats {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::GONE)
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        for number in (0..self.0).chain(0..self.0) {
            members.member(&format!("name{number}"), &number);
        }
    }
}

#[test]
fn a_repeated_name_is_written_once() {
    for count in 1..20 {
        problem_tests::assert_lawful(&Repeats(count));
        assert_eq!(Repeats(count).to_details().extensions().len(), count);
    }
}

/// Writes a member that a derived problem also has, then the members of that problem, and these once more.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct Wraps(Extensions<BTreeMap<&'static str, u8>, u8>);

impl Problem for Wraps {
    fn problem_type(&self) -> ProblemType<'_> {
        self.0.problem_type()
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        members.member("member", &"own");
        self.0.write_extensions(members);
        self.0.write_extensions(members);
        members.member("after", &"own");
    }
}

#[test]
fn the_members_of_a_derived_problem_do_not_repeat_those_of_its_wrapper() {
    let more = BTreeMap::from([("before", 5), ("more", 6)]);
    let body = body(&Wraps(Extensions { before: 1, member: 2, more, after: 3 }));
    assert_eq!(body.split_once("\"member\"").unwrap().1, ":\"own\",\"before\":1,\"more\":6,\"after\":3}",);
}

/// Replaces the content type and adds nothing.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct OtherContentType;

impl Problem for OtherContentType {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::GONE)
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        headers.insert("content-type", HeaderValue::from_static("text/html"));
    }
}

#[test]
fn the_content_type_is_that_of_the_body() {
    assert_eq!(OtherContentType.to_response().headers()["content-type"], "application/problem+json");
}

/// Replaces all header fields with as many others as a map can hold.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct TooManyHeaders;

impl Problem for TooManyHeaders {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::GONE)
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        headers.clear();
        fill(headers);
    }
}

/// Keeps the header fields and adds others until the map is full.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct FullMap;

impl Problem for FullMap {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::UNAUTHORIZED)
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        headers.insert("www-authenticate", HeaderValue::from_static("Bearer"));
        fill(headers);
    }
}

/// Adds header fields until the map is full.
fn fill(headers: &mut HeaderMap) {
    let name = |number: u32| HeaderName::try_from(format!("x-{number}")).unwrap();
    let mut number = 0;
    while headers.try_insert(name(number), HeaderValue::from_static("1")).is_ok() {
        number += 1;
    }
}

#[test]
fn a_full_map_of_headers_does_not_displace_the_content_type() {
    problem_tests::assert_lawful(&TooManyHeaders);
}

#[test]
fn a_full_map_that_has_the_content_type_is_kept() {
    problem_tests::assert_lawful(&FullMap);
    assert_eq!(FullMap.to_response().headers()["www-authenticate"], "Bearer");
}

#[test]
fn a_declared_header_is_left_out_of_a_full_map() {
    let problem = Text { text: "x" };
    let mut headers = HeaderMap::new();
    fill(&mut headers);
    problem.write_headers(&mut headers);
    assert!(!headers.contains_key("x-text"));
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 400,
    detail = "{0:>1$}{0:.2$}",
    instance = "/{1}/{0:é>1$}{0:>1$}",
    header("x-a" = "{0:>1$}{1}{2:.2$}")
)]
struct Padded(&'static str, usize, usize);

#[test]
fn a_width_or_precision_that_is_too_large_for_rust_is_capped() {
    for width in [65_535, 65_536, usize::MAX] {
        let problem = Padded("ab", width, width);
        problem_tests::assert_lawful(&problem);
        assert_eq!(problem.to_details().detail().unwrap().len(), 65_535 + 2);
        assert!(problem.to_details().instance().unwrap().starts_with(&format!("/{width}/%C3%A9")));
    }
    assert_eq!(Padded("ab", 3, 1).to_details().detail(), Some(" aba"));
    assert_eq!(Padded("ab", 3, 1).to_details().instance(), Some("/3/%C3%A9ab%20ab"));
    assert_eq!(Padded("ab", 3, 1).to_response().headers()["x-a"], "ab31");
}

#[test]
fn details_with_invalid_members_are_sent() {
    let details = ProblemDetails::new(StatusCode::OK)
        .with_type("not a uri\n")
        .with_title("\"\u{0}")
        .with_instance("not a uri")
        .with_extension("title", "t")
        .with_extension("detail", &1)
        .with_extension("null", &())
        .with_extension("fails", &Fails)
        .with_extension("", &f64::NAN)
        .with_extension("kept", &[1]);
    assert_eq!(
        body(&details),
        "{\"type\":\"not a uri\\n\",\"title\":\"\\\"\\u0000\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\",\"kept\":[1]}"
    );
}
