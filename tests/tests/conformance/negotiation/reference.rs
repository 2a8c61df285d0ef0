//! A second implementation of the same rules, which works on the ranges of a list instead of its text.
//!
//! The text is written in any form that RFC 9110 allows. The reference never sees it, but only the ranges of the list.
//! If the two differ, the list was parsed wrongly, or its ranges were weighed wrongly.

use super::{FORMATS, Html, Json, OUT_OF_CREDIT, Xml, body, content_type, request};
use http::Method;
use http::header::{ACCEPT, HeaderMap, HeaderValue};
use problem_core::{Format, Problem};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The types and subtypes that ranges are made of, in lower case.
const NAMES: &[(&str, &str)] = &[
    ("*", "*"),
    ("application", "*"),
    ("text", "*"),
    ("image", "*"),
    ("application", "problem+json"),
    ("application", "problem+xml"),
    ("text", "html"),
    ("application", "json"),
    ("application", "vnd.api+json"),
    ("application", "*+json"),
    ("application", "xml"),
    ("text", "xml"),
    ("image", "svg+xml"),
    ("application", "xhtml+xml"),
    ("application", "*+xml"),
    ("image", "png"),
    ("text", "plain"),
    ("application", "problem"),
    ("application", "problem+jsonx"),
    ("a!#$%&'-.^_`|~9", "z"),
];

/// The names and values of parameters as they are written. Most contain something that looks like another part.
const PARAMETERS: &[(&str, &[u8])] = &[
    ("v", b"1"),
    ("charset", b"utf-8"),
    ("qs", b"0"),
    ("level", b"0.5"),
    ("x", b"\"\""),
    ("x", b"\"q=0\""),
    ("x", b"\"a,b\""),
    ("x", b"\", */*;q=1, \""),
    ("x", b"\";q=0\""),
    ("x", b"\"\\\"\""),
    ("x", b"\"\\\\\""),
    ("x", b"\"\\\\\\\", text/html, \\\"\""),
    ("x", b"\"\xe9\\\xff, \t\""),
    ("!#$%&'*+-.^_`|~", b"!#$%&'*+-.^_`|~"),
];

/// Malformed elements, which are not a media range or have an invalid weight.
const JUNK: &[&[u8]] = &[
    b"*",
    b"/",
    b"html",
    b"text/",
    b"/html",
    b"*/html",
    b"*/problem+json",
    b"text/html/x",
    b"text/html image/png",
    b"text /html",
    b"text/html;x",
    b"text/html;=1",
    b"text/html;x=",
    b"text/html;x= 1",
    b"text/html;x=\"a\" b",
    b"text/html;x=a\"b,c\"",
    b"\"text/html\"",
    b"\", text/html, \"",
    b"\xe9",
    b"text/h\xe9tml",
    b"text/html;x=\xe9",
    b"application/problem+xml;q",
    b"application/problem+xml;q=",
    b"application/problem+xml;q=x",
    b"application/problem+xml;q=.5",
    b"application/problem+xml;q=1.001",
    b"application/problem+xml;q=2",
    b"application/problem+xml;q=0.1234",
    b"application/problem+xml;q=\"1\"",
    b"application/problem+xml;q =1",
    b"*/*;q=-1",
    b"*/*;q=01",
];

/// The beginnings of quotations without an end, which hide the rest of their line.
const OPEN: &[&[u8]] =
    &[b"text/html;x=\"", b"*/*;x=\"a\\\" b", b"\"", b"application/problem+xml;q=1;x=\"\\\\a", b"te\"xt"];

/// The text after the beginning of such a quotation, which must be ignored.
const LOST: &[&[u8]] =
    &[b"", b", */*", b",text/html;q=1", b", application/problem+xml ; q=0, a/b", b",,;\\\\a"];

#[derive(Clone, Debug)]
struct Range {
    names: (&'static str, &'static str),
    parameters: Vec<(&'static str, &'static [u8])>,
    /// In thousandths. Without a weight, it is 1.
    weight: Option<u16>,
    layout: Layout,
}

/// How a range is written, which must not matter.
#[derive(Clone, Debug)]
struct Layout {
    /// Which letters are upper case.
    case: u64,
    /// How many parameters come before the weight.
    weight_before: usize,
    /// The minimum number of digits after the point of a weight, and whether the point is written without digits.
    noughts: usize,
    point: bool,
    /// The white space around the parts, and how many parts are empty.
    spaces: Vec<&'static str>,
    empty: usize,
}

#[derive(Clone, Debug)]
enum Element {
    Range(Range),
    Junk(&'static [u8]),
    Empty,
}

#[derive(Clone, Debug)]
struct Line {
    elements: Vec<(&'static str, Element, &'static str)>,
    /// The beginning of a quotation that continues to the end of the line, and the text that it hides.
    open: Option<(&'static [u8], &'static [u8])>,
}

fn any_space() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", "", " ", "\t", "  ", " \t "])
}

fn any_weight() -> impl Strategy<Value = Option<u16>> {
    prop_oneof![
        2 => Just(None),
        // Few different weights, so that some of them are equal.
        4 => select(vec![0, 0, 1, 10, 100, 500, 501, 510, 999, 1000]).prop_map(Some),
        1 => (0_u16..=1000).prop_map(Some),
    ]
}

fn any_range() -> impl Strategy<Value = Range> {
    let parameters = prop_oneof![3 => Just(Vec::new()), 1 => vec(select(PARAMETERS), 1..4)];
    let layout = (any::<u64>(), 0..4_usize, 0..4_usize, any::<bool>(), vec(any_space(), 8), 0..3_usize);
    let layout = layout.prop_map(|(case, weight_before, noughts, point, spaces, empty)| Layout {
        case,
        weight_before,
        noughts,
        point,
        spaces,
        empty,
    });
    (select(NAMES), parameters, any_weight(), layout).prop_map(|(names, parameters, weight, layout)| Range {
        names,
        parameters,
        weight,
        layout,
    })
}

fn any_line() -> impl Strategy<Value = Line> {
    let element = prop_oneof![
        8 => any_range().prop_map(Element::Range),
        2 => select(JUNK).prop_map(Element::Junk),
        1 => Just(Element::Empty),
    ];
    let open = prop_oneof![9 => Just(None), 1 => (select(OPEN), select(LOST)).prop_map(Some)];
    (vec((any_space(), element, any_space()), 0..6), open)
        .prop_map(|(elements, open)| Line { elements, open })
}

/// Returns the name with the letters that the bits select in upper case.
fn in_case(name: &str, bits: &mut u64) -> String {
    let letter = |letter: char| {
        *bits = bits.rotate_left(1);
        if *bits & 1 == 1 { letter.to_ascii_uppercase() } else { letter }
    };
    name.chars().map(letter).collect()
}

/// Writes a weight in one of the possible ways.
fn weight_text(weight: u16, noughts: usize, point: bool) -> String {
    let fraction = format!("{:03}", weight % 1000);
    let needed = fraction.trim_end_matches('0');
    let written = &fraction[..needed.len().max(noughts)];
    let point = if point || !written.is_empty() { "." } else { "" };
    format!("{}{point}{written}", weight / 1000)
}

impl Range {
    fn text(&self) -> Vec<u8> {
        let Layout { mut case, weight_before, noughts, point, ref spaces, empty } = self.layout;
        let (main, sub) = self.names;
        let (main, sub) = (in_case(main, &mut case), in_case(sub, &mut case));
        let mut parts = vec![format!("{main}/{sub}").into_bytes()];
        for (name, value) in &self.parameters {
            parts.push([in_case(name, &mut case).as_bytes(), b"=", value].concat());
        }
        if let Some(weight) = self.weight {
            let position = 1 + weight_before.min(self.parameters.len());
            let text = format!("{}={}", in_case("q", &mut case), weight_text(weight, noughts, point));
            parts.insert(position, text.into_bytes());
        }
        for _ in 0..empty {
            parts.insert(1 + weight_before.min(parts.len() - 1), Vec::new());
        }
        let mut text = parts[0].clone();
        for (part, spaces) in parts[1..].iter().zip(spaces.windows(2).cycle()) {
            text.extend([spaces[0].as_bytes(), b";", spaces[1].as_bytes(), part].concat());
        }
        text
    }

    fn weight(&self) -> u16 {
        self.weight.unwrap_or(1000)
    }

    /// Returns whether the range has a parameter that no format has. All formats are in UTF-8, so `charset` matches.
    fn is_special(&self) -> bool {
        self.parameters.iter().any(|(name, _)| *name != "charset")
    }
}

impl Line {
    fn text(&self) -> Vec<u8> {
        let element = |(before, element, after): &(&str, Element, &str)| {
            let text = match element {
                Element::Range(range) => range.text(),
                Element::Junk(junk) => junk.to_vec(),
                Element::Empty => Vec::new(),
            };
            [before.as_bytes(), &text, after.as_bytes()].concat()
        };
        let mut elements: Vec<_> = self.elements.iter().map(element).collect();
        elements.extend(self.open.map(|(open, lost)| [open, lost].concat()));
        elements.join(&b',')
    }
}

/// Returns the format that these ranges ask for.
fn reference(ranges: &[Range]) -> Format {
    let [json, xml, html] = FORMATS.map(|format| acceptable(ranges, format));
    let [json_family, xml_family, html_family] = FORMATS.map(|format| readable(ranges, format));
    if html > xml && html > json {
        // A client that weighs JSON at least as much as HTML is not a browser.
        // This does not hold if the client weighs problem+json itself less than HTML.
        let is_named = ranges.iter().any(|range| range.names == names(Json) && !range.is_special());
        return if !is_named && json_family >= html { Json } else { Html };
    }
    if xml > json {
        return Xml;
    }
    if json > 0 {
        return Json;
    }
    if json_family >= xml_family && json_family >= html_family {
        return Json;
    }
    if xml_family >= html_family { Xml } else { Html }
}

/// Returns the weight that the ranges give to a format, or 0 if no range matches.
fn acceptable(ranges: &[Range], format: Format) -> u16 {
    let own = names(format);
    let has_parameters = |range: &&Range| range.is_special();
    let greatest = |ranges: Vec<&Range>| ranges.into_iter().map(Range::weight).max();
    // With a parameter, a weight of 0 excludes only a more special type, not the type itself.
    let count = |range: &&Range| !(has_parameters(range) && range.weight() == 0);
    let of_names = |names| ranges.iter().filter(count).filter(move |range| range.names == names);
    if let Some(weight) = greatest(of_names(own).filter(|range| !has_parameters(range)).collect()) {
        return weight;
    }
    if let Some(weight) = greatest(of_names(own).collect()) {
        return weight;
    }
    if let Some(weight) = greatest(of_names((own.0, "*")).collect()) {
        return weight;
    }
    greatest(of_names(("*", "*")).collect()).unwrap_or(0)
}

/// Returns the greatest weight of the types that are read with the same tools as a format, or 0 if there are none.
fn readable(ranges: &[Range], format: Format) -> u16 {
    let (own, family): (_, &[_]) = match format {
        Json => (names(Json), &["problem+json", "json", "vnd.api+json", "*+json"]),
        Xml => (names(Xml), &["problem+xml", "xml", "svg+xml", "*+xml"]),
        _ => (names(Html), &["xhtml+xml"]),
    };
    let of_itself = ranges.iter().filter(|range| range.names == own && !range.is_special());
    if of_itself.map(Range::weight).max() == Some(0) {
        return 0;
    }
    ranges.iter().filter(|range| family.contains(&range.names.1)).map(Range::weight).max().unwrap_or(0)
}

fn names(format: Format) -> (&'static str, &'static str) {
    match format {
        Json => ("application", "problem+json"),
        Xml => ("application", "problem+xml"),
        _ => ("text", "html"),
    }
}

/// Generates any bytes that a field value can have, and often those with a meaning.
fn any_value() -> impl Strategy<Value = Vec<u8>> {
    let is_of_value = |byte: &u8| (*byte >= b' ' && *byte != 0x7f) || *byte == b'\t';
    let byte = prop_oneof![
        any::<u8>().prop_filter("a field value has no control characters", is_of_value),
        select(&b"\",;/*=\\ \tq01.+"[..]),
    ];
    let piece = prop_oneof![
        2 => vec(byte, 0..12),
        1 => select(JUNK).prop_map(<[u8]>::to_vec),
        1 => any_range().prop_map(|range| range.text()),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn rows_164_to_176_the_reference_agrees(lines in vec(any_line(), 0..4)) {
        let elements = lines.iter().flat_map(|line| &line.elements);
        let ranges: Vec<_> = elements
            .filter_map(|(_, element, _)| match element {
                Element::Range(range) => Some(range.clone()),
                Element::Junk(_) | Element::Empty => None,
            })
            .collect();
        let expected = reference(&ranges);
        let texts: Vec<_> = lines.iter().map(Line::text).collect();
        let text = || texts.iter().map(|text| text.escape_ascii().to_string()).collect::<Vec<_>>();
        prop_assert_eq!(Format::negotiate(&request(&texts)), expected, "{:?}", text());

        // Several lines are one list, unless a quotation without an end hides the text after it.
        if lines.iter().rev().skip(1).all(|line| line.open.is_none()) {
            let joined = request(&[texts.join(&b", "[..])]);
            prop_assert_eq!(Format::negotiate(&joined), expected, "{:?}", text());
        }
    }
}

proptest! {
    #[test]
    fn row_167_any_bytes_get_a_response(lines in vec(any_value(), 0..4)) {
        let mut request = HeaderMap::new();
        for line in &lines {
            request.append(ACCEPT, HeaderValue::from_bytes(line).unwrap());
        }
        let format = Format::negotiate(&request);
        let response = OUT_OF_CREDIT.respond(&request);
        prop_assert_eq!(response.status(), 403);
        prop_assert_eq!(response.headers().len(), 2);
        prop_assert_eq!(&response.headers()["content-type"], content_type(format));
        prop_assert_eq!(&response.headers()["vary"], "Accept");
        prop_assert_eq!(response.body(), &body(&OUT_OF_CREDIT, format));
        let head = OUT_OF_CREDIT.respond_to(&Method::HEAD, &request);
        prop_assert_eq!(&head.headers()["content-type"], content_type(format));
        prop_assert_eq!(&head.headers()["content-length"], &response.body().len().to_string());
        prop_assert!(head.body().is_empty());
        // An empty line asks for nothing, but it prevents the shortcut, so the list is parsed.
        request.append(ACCEPT, HeaderValue::from_static(""));
        prop_assert_eq!(Format::negotiate(&request), format);
    }
}
