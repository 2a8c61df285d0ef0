use problem_core::Problem;
use problem_tests::wire;
use std::fmt;

fn with_headers(fields: &str) -> String {
    format!(
        "403\ncontent-type: application/problem+json\n{fields}\n\
        {{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\
        \"detail\":\"The credentials do not allow this request.\"}}"
    )
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403, header("Cache-Control" = "no-store"), header("x-two" = "{{}}"))]
enum Templates {
    #[problem(header("X-Unit" = "fixed"), header("allow" = ""))]
    Unit,
    #[problem(header("x-tuple" = "{0};q={1:.1}"))]
    Tuple(&'static str, f32),
    #[problem(header("x-named" = "{name:>width$}|"))]
    Named { name: &'static str, width: usize },
    #[problem(header("cache-control" = "private"), header("cache-control" = "max-age={1}"))]
    Repeated(u8, u8),
}

#[test]
fn an_enum_and_its_variants_can_have_templates() {
    let of_enum = "cache-control: no-store\nx-two: {}\n";
    for (problem, fields) in [
        (Templates::Unit, format!("{of_enum}x-unit: fixed\nallow: \n")),
        (Templates::Tuple("a", 0.25), format!("{of_enum}x-tuple: a;q=0.2\n")),
        (Templates::Named { name: "x", width: 3 }, format!("{of_enum}x-named: x|\n")),
        (
            Templates::Repeated(0, 9),
            "cache-control: no-store\ncache-control: private\ncache-control: max-age=9\nx-two: {}\n"
                .to_owned(),
        ),
    ] {
        assert_eq!(wire(&problem), with_headers(&fields));
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403, header("x-id" = "{id}"))]
enum FieldOfEach {
    One { id: u8 },
    Two { id: &'static str, unsent: u8 },
}

#[test]
fn a_template_on_an_enum_takes_a_field_that_each_variant_has() {
    assert_eq!(wire(&FieldOfEach::One { id: 1 }), with_headers("x-id: 1\n"));
    assert_eq!(wire(&FieldOfEach::Two { id: "two", unsent: 2 }), with_headers("x-id: two\n"));
}

type Alias = Option<u8>;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403)]
enum Fields<'a> {
    Borrowed(#[problem(header = "x-borrowed")] &'a Option<u8>),
    Tuple(#[problem(header = "X-Tuple")] u8, #[problem(header = "x-more")] &'static str),
    Named {
        #[problem(header = "x-named")]
        name: Option<String>,
        #[problem(header = "x-alias")]
        alias: Alias,
    },
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403, header("x-a" = "{0}"))]
struct Struct(#[problem(header = "x-a")] u8);

#[test]
fn a_field_can_be_a_header_field() {
    assert_eq!(wire(&Fields::Tuple(1, "two")), with_headers("x-tuple: 1\nx-more: two\n"));
    assert_eq!(
        wire(&Fields::Named { name: Some("n".to_owned()), alias: Some(1) }),
        with_headers("x-named: n\nx-alias: 1\n")
    );
    assert_eq!(wire(&Fields::Named { name: None, alias: None }), with_headers(""));
    assert_eq!(wire(&Fields::Borrowed(&Some(1))), with_headers("x-borrowed: 1\n"));
    assert_eq!(wire(&Fields::Borrowed(&None)), with_headers(""));
    assert_eq!(wire(&Struct(7)), with_headers("x-a: 7\nx-a: 7\n"));
}

struct Fails;

impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half")?;
        Err(fmt::Error)
    }
}

impl fmt::Debug for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fails")
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403, header("x-first" = "{0}"), header("x-last" = "kept"))]
struct AtRunTime<T: fmt::Debug>(#[problem(header = "x-field")] T);

#[test]
fn a_value_that_http_does_not_allow_is_left_out() {
    for text in [
        "a\r\nSet-Cookie: x=1",
        "a\rb",
        "a\nb",
        "a\n",
        "\ra",
        "a\u{b}",
        "a\0b",
        "\u{7f}",
        "\u{1}",
        "é",
        "日本",
        "a\u{2028}b",
    ] {
        assert_eq!(wire(&AtRunTime(text)), with_headers("x-last: kept\n"), "{text:?}");
    }
    assert_eq!(wire(&AtRunTime(Fails)), with_headers("x-last: kept\n"));
}

#[test]
fn white_space_around_a_value_is_removed() {
    let fields = with_headers("x-first: a\tb\nx-last: kept\nx-field: a\tb\n");
    assert_eq!(wire(&AtRunTime(" \ta\tb \t")), fields);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 403,
    header("x!#$%&'*+-.^_`|~" = "~"),
    header("x-one" = "{1}"),
    header("x-zero" = "{0}"),
    header("x-one" = "{1} {{")
)]
struct Odd(u8, u8);

#[test]
fn a_name_can_have_every_character_that_http_allows() {
    let fields = "x!#$%&'*+-.^_`|~: ~\nx-one: 1\nx-one: 1 {\nx-zero: 0\n";
    assert_eq!(wire(&Odd(0, 1)), with_headers(fields));
}

#[test]
fn a_long_value_is_sent_whole() {
    let long = "x".repeat(1 << 20);
    let response = AtRunTime(long.as_str()).to_response();
    assert_eq!(response.headers()["x-field"], long.as_str());
}
