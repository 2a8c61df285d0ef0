//! Tests of lists that break the grammar of RFC 9110, section 12.5.1. A malformed element is ignored.

use super::{FORMATS, Format, Html, Json, Xml, assert_format, media_type, request};
use problem_core::Problem;

/// Malformed elements. Most of them would ask for HTML if they were valid.
const NO_ELEMENTS: &[&str] = &[
    // Not a media range.
    "*",
    "/",
    "//",
    "*/",
    "/*",
    "text",
    "html",
    "text/",
    "/html",
    "*/html",
    "*/problem+xml",
    "*x/*",
    "text/html/",
    "text/html/x",
    "/text/html",
    "text//html",
    "text html",
    "text/ht ml",
    "text /html",
    "text/ html",
    "text\t/\thtml",
    "te(x)t/html",
    "text/html@1",
    "text:html",
    "{text/html}",
    "<text/html>",
    "[text/html]",
    "text\\/html",
    "text/html image/png",
    "\"text/html\"",
    "text/\"html\"",
    "\"text\"/html",
    "=text/html",
    "text=/html",
    // Not a type. The second pass, which looks only at the subtype, must ignore these too.
    "/xhtml+xml",
    "*x y/xhtml+xml",
    "\"application\"/xhtml+xml",
    // Not a parameter.
    "text/html;x",
    "text/html;=",
    "text/html;=1",
    "text/html;x=",
    "text/html;x= 1",
    "text/html;x =1",
    "text/html;x = 1",
    "text/html;x=1 2",
    "text/html;x=1 y=2",
    "text/html;x y=1",
    "text/html;x=a/b",
    "text/html;x=a=b",
    "text/html;x=[a]",
    "text/html;(x)=1",
    "text/html;\"x\"=1",
    "text/html;x=\"a\" b",
    "text/html;x=\"a\"b",
    "text/html;x=b\"a\"",
    "text/html;x='a b'",
    "text/html;x=\"a\";y",
    "text/html;x=\\a",
    // Not a weight.
    "text/html;q",
    "text/html;q=",
    "text/html;q= 1",
    "text/html;q =1",
    "text/html;q=\"1\"",
    "text/html;q=\"\"",
    "text/html;q='1'",
    "text/html;q=x",
    "text/html;q=1x",
    "text/html;q=0.x",
    "text/html;q=0.5x",
    "text/html;q=0x1",
    "text/html;q=.",
    "text/html;q=.5",
    "text/html;q=00",
    "text/html;q=01",
    "text/html;q=00.5",
    "text/html;q=10",
    "text/html;q=2",
    "text/html;q=9",
    "text/html;q=1.5",
    "text/html;q=1.1",
    "text/html;q=1.01",
    "text/html;q=1.001",
    "text/html;q=1.999",
    "text/html;q=2.0",
    "text/html;q=0.1234",
    "text/html;q=0.0000",
    "text/html;q=1.0000",
    "text/html;q=0..5",
    "text/html;q=0.5.",
    "text/html;q=0.5.5",
    "text/html;q=0.-5",
    "text/html;q=0.+5",
    "text/html;q=-0",
    "text/html;q=-1",
    "text/html;q=+1",
    "text/html;q=+0.5",
    "text/html;q=-0.5",
    "text/html;q=1e0",
    "text/html;q=1e-1",
    "text/html;q=5E-1",
    "text/html;q=inf",
    "text/html;q=NaN",
    "text/html;q=0:5",
    "text/html;q=0 .5",
    "text/html;q=0. 5",
    "text/html;q=100%",
    "text/html;q=18446744073709551616",
    "text/html;q=65536",
    "text/html;q=0.:::",
    "text/html;q=/.5",
    "text/html;q=:.0",
    "text/html;q=1;q=x",
    "text/html;q=x;q=1",
    "text/html;q=x;x=1",
];

#[test]
fn row_167_only_the_malformed_element_is_ignored() {
    for element in NO_ELEMENTS {
        assert_format(&[element], Json, "nothing is left");
        // Without the element, the list selects XML, either in the first pass or in the second.
        for rest in
            ["application/problem+json;q=0, */*;q=0.1", "application/json;q=0.1, application/xml;q=0.2"]
        {
            let element = *element;
            for list in
                [format!("{element}, {rest}"), format!("{rest}, {element}"), format!(",{element} ,{rest}")]
            {
                assert_format(&[list], Xml, element);
            }
            assert_format(&[element, rest], Xml, element);
            assert_format(&[rest, element], Xml, element);
            assert_format(&[element, rest, element, element], Xml, element);
        }
        // A malformed weight of zero excludes nothing.
        assert_format(&[format!("{element}, text/html")], Html, element);
    }
}

#[test]
fn row_170_bytes_beyond_ascii_are_only_valid_within_quotes() {
    for element in [
        &b"\xe9"[..],
        b"text/html\xe9",
        b"\xffext/html",
        b"text/h\xc3\xa9tml",
        b"text/html;x=\xe9",
        b"text/html;\xe9=1",
        b"text/html;q=\xb9",
        b"text/html;q=0.\xb2",
        b"text/html\xc2\xa0",
        b"\xef\xbb\xbftext/html",
        b"\xa0text/html",
        b"text/html;\x85q=1",
    ] {
        assert_format(&[element], Json, "nothing is left");
        assert_format(&[element, b"application/problem+json;q=0, */*"], Xml, "another line");
        assert_format(&[[element, b",application/xml"].concat()], Xml, "the range after it");
        assert_format(&[[b"application/xml,", element].concat()], Xml, "the range before it");
    }
    // Within quotes, these bytes are allowed (RFC 9110, section 5.6.4).
    for value in [&b"\xe9"[..], b"\x80\xff", b"\\\xe9", b"a,\xc3\xa9;q=0", b"\\\"\xe9, */*;q=0"] {
        let element = [b"text/html;x=\"", value, b"\""].concat();
        assert_format(&[&element], Html, "quoted");
        assert_format(&[[&element, &b", application/problem+json;q=0.9"[..]].concat()], Html, "quoted");
        assert_format(&[[&element, &b";q=0.8, application/problem+json;q=0.9"[..]].concat()], Json, "quoted");
    }
}

/// The intended end is unknown, so the rest of its line is ignored. Other lines are not affected.
#[test]
fn row_170_a_quotation_without_an_end_spoils_the_rest_of_its_line() {
    for open in [
        r#"text/html;x=""#,
        r#"text/html;x="a"#,
        r#"text/html;x="a\"#,
        r#"text/html;x="a\"b"#,
        r#"text/html;x="a\\\"b"#,
        r#"text/html;x="" "a"#,
        r#"""#,
        r#""text/html"#,
        r#"te"xt/html"#,
        r#"text/html""#,
        r#"text/html;q=1""#,
        // Outside of quotes, a backslash escapes nothing.
        r#"text/html;x=\"a"#,
        r#"a\"b"#,
    ] {
        assert_format(&[open], Json, "nothing is left");
        for rest in ["application/problem+json;q=0, */*", "application/xml"] {
            assert_format(&[format!("{rest}, {open}")], Xml, "the ranges before it");
            assert_format(
                &[format!("{rest}, {open}, text/html;q=1, application/problem+json")],
                Xml,
                "before",
            );
            assert_format(&[open, rest], Xml, "another line");
            assert_format(&[rest, open], Xml, "another line");
            assert_format(&[open, rest, open], Xml, "another line");
        }
    }
}

/// A value that begins and ends with a quote is not always a quotation (RFC 9110, section 5.6.4). The last quote may be
/// escaped, or another quote may have ended the quotation before.
#[test]
fn row_170_a_value_that_only_looks_like_a_quotation_is_ignored() {
    for element in [
        r#"text/html;x="\""#,
        r#"text/html;x="a\""#,
        r#"text/html;x="\\\""#,
        r#"text/html;x="a"""#,
        r#"text/html;x="a"b""#,
        r#"text/html;x="" """#,
        r#"text/html;x="a""b""#,
        r#"text/html;x="a" "b""#,
        r#"text/html;x="a"b"c""#,
        r#"text/html;x="a""; application/problem+json;y=""#,
        r#"text/html;x="a"", application/problem+json;y=""#,
    ] {
        assert_format(&[element], Json, "nothing is left");
        assert_format(&[format!("application/xml, {element}")], Xml, "the range before it");
        assert_format(&[element, "application/xml"], Xml, "another line");
    }
}

#[test]
fn row_171_long_lists_are_read() {
    let ten_thousand = |element: &str| vec![element; 10_000].join(",");
    for junk in ["image/png", "text/html;q=x", "", "*", "a/b;c=\"d,e\";q=0.5", "\"\""] {
        let list = ten_thousand(junk);
        assert_format(&[&list], Json, "nothing is left");
        assert_format(&[format!("{list},text/html")], Html, "the last");
        assert_format(&[format!("text/html,{list}")], Html, "the first");
        assert_format(&[&list, "application/xml", &list], Xml, "a line between");
    }
    for format in FORMATS {
        assert_format(&[ten_thousand(media_type(format))], format, "ten thousand times");
    }
    assert_format(&[ten_thousand("text/html;q=0.5,application/problem+json;q=0.4")], Html, "alternating");
    assert_format(&vec!["text/html;q=0.5"; 1_000], Html, "a thousand lines");
    let parameters = ";x=1".repeat(10_000);
    assert_format(
        &[format!("text/html{parameters};q=0.1, application/problem+json;q=0.2")],
        Json,
        "parameters",
    );
    assert_format(
        &[format!("text/html{parameters};q=0.2, application/problem+json;q=0.1")],
        Html,
        "parameters",
    );
}

#[test]
fn row_167_a_long_line_without_meaning_is_ignored() {
    for junk in [
        &b","[..],
        b";",
        b"/",
        b"\"",
        b"\\",
        b"=",
        b"*",
        b" ",
        b"\t",
        b"a",
        b"q",
        b"0",
        b"\xff",
        b"\\\"",
        b"\",\"",
        b";q=",
        b"*/*;",
        b"a/b;\"",
        b"\"\\\",",
        b"=,/;",
        b"/\t;",
        b"a/a/",
        b"x=\"\";",
        b"q=0;",
    ] {
        let line = junk.repeat(100_000 / junk.len());
        assert_format(&[&line], Json, "100 kB");
        assert_format(&[&line, &b"text/html"[..]], Html, "another line");
        let request =
            request(&[[b"text/html;x=", &line[..]].concat(), [b"text/html;q=0.", &line[..]].concat()]);
        let format = Format::negotiate(&request);
        assert!([Json, Html].contains(&format), "{format:?}");
        assert_eq!(super::OUT_OF_CREDIT.respond(&request).status(), 403);
    }
    // Random bytes, the same each time.
    let mut state = 0x9E37_79B9_u32;
    let mut bytes = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        // A field value has no control characters.
        state.to_be_bytes()[0] | 0x20
    };
    let line: Vec<_> =
        std::iter::repeat_with(&mut bytes).filter(|byte| *byte != 0x7f).take(100_000).collect();
    assert_format(&[&line[..], b"application/problem+xml"], Xml, "random");
}
