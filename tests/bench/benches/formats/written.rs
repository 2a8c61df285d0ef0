//! Responses in XML and as a page, compared with the JSON response that is written by hand.

use crate::cases;
use crate::common::comparison::{Bar, Comparison};
use crate::json_response::response;
use crate::request;
use crate::writing::by_hand;
use crate::writing::input::Input;
use bytes::Bytes;
use http::Response;
use http::header::CONTENT_TYPE;
use problem_core::{Problem, ProblemDetails};
use std::hint::black_box;
use std::rc::Rc;

pub(crate) fn inputs() -> impl Iterator<Item = (&'static str, Input)> {
    let with_members = cases::all().into_iter().filter(|written| written.case == cases::MEMBERS);
    with_members.map(|written| (written.name, written.input))
}

pub(crate) fn comparison(name: &'static str, input: Input) -> Comparison {
    let input = Rc::new(input);
    Comparison::new("other formats", name)
        .contender("hand-written JSON", &input, json_by_hand, None)
        .contender("to_xml", &input, |input: &Input| black_box(input.error()).to_xml(), Some(Bar::from(0.90)))
        .contender(
            "to_html",
            &input,
            |input: &Input| black_box(input.error()).to_html(),
            Some(Bar::from(1.10)),
        )
        .contender("respond, application/problem+xml", &input, xml, None)
        .contender("respond, text/html", &input, page, None)
}

fn json_by_hand(input: &Input) -> Response<Bytes> {
    let (status, body) = by_hand::json(&black_box(input.error()));
    response(status, body)
}

fn xml(input: &Input) -> Response<Bytes> {
    black_box(input.error()).respond(&request::PROBLEM_XML)
}

fn page(input: &Input) -> Response<Bytes> {
    black_box(input.error()).respond(&request::HTML)
}

/// Checks that XML has the same content as JSON, and that the page shows the texts of both.
///
/// A contender that wrote less would be faster.
pub(crate) fn assert_agreement(name: &str, input: &Input) {
    let [json, xml, page] = [json_by_hand(input), xml(input), page(input)];
    assert_eq!(xml.headers()[CONTENT_TYPE], "application/problem+xml", "{name}");
    assert_eq!(page.headers()[CONTENT_TYPE], "text/html; charset=utf-8", "{name}");
    let json = texts(&ProblemDetails::from_json(json.body()).unwrap());
    assert_eq!(texts(&ProblemDetails::from_xml(xml.body()).unwrap()), json, "{name}");
    let page = unescaped(std::str::from_utf8(page.body()).unwrap());
    for text in json {
        assert!(page.contains(&text), "{name}: {text}");
    }
}

/// Returns all values of the members, and the names of the extension members. XML has only text.
fn texts(details: &ProblemDetails) -> Vec<String> {
    let members = [Some(details.type_uri()), details.title(), details.detail(), details.instance()];
    let mut texts: Vec<_> = members.into_iter().flatten().map(str::to_owned).collect();
    texts.extend(details.status().map(|status| status.as_str().to_owned()));
    for (name, value) in details.extensions() {
        texts.extend([name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)]);
    }
    texts
}

fn unescaped(page: &str) -> String {
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    references
        .into_iter()
        .fold(page.to_owned(), |page, (reference, character)| page.replace(reference, character))
}
