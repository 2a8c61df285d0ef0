use problem_core::Problem;
use problem_tests::body;
use std::fmt;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Templates {
    #[problem(instance = "/orders/{0}/problems/{1}")]
    Tuple(&'static str, u8),
    #[problem(instance = "urn:uuid:{id}?+{id:>width$.prec$}#{id:?}{width}")]
    Named { id: &'static str, width: usize, prec: usize },
    #[problem(instance = "/fixed%20?")]
    Constant,
    #[problem(instance = "/{1:04x}{3}", detail = "fixed")]
    Gaps(u8, u8, u8, char),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, instance = "/{0}")]
struct TupleStruct(String);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, instance = "//{host}/x")]
struct NamedStruct {
    host: String,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, instance = "#x")]
struct UnitStruct;

fn with_instance(detail: &str, instance: &str) -> String {
    format!(
        "{{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"{detail}\",\
        \"instance\":\"{instance}\"}}"
    )
}

const SENTENCE: &str = "The request conflicts with the current state of the resource.";

#[test]
fn the_values_in_a_template_are_encoded() {
    for (problem, detail, instance) in [
        (&Templates::Tuple("a b/é", 7) as &dyn Problem, SENTENCE, "/orders/a%20b%2F%C3%A9/problems/7"),
        (
            &Templates::Named { id: "a?\"", width: 4, prec: 2 },
            SENTENCE,
            "urn:uuid:a%3F%22?+%20%20a%3F#%22a%3F%5C%22%224",
        ),
        (&Templates::Constant, SENTENCE, "/fixed%20?"),
        (&Templates::Gaps(0, 10, 0, '%'), "fixed", "/000a%25"),
        (&TupleStruct("A-z.0_~".into()), SENTENCE, "/A-z.0_~"),
        (&NamedStruct { host: "e.org:80".into() }, SENTENCE, "//e.org%3A80/x"),
        (&UnitStruct, SENTENCE, "#x"),
    ] {
        assert_eq!(body(problem), with_instance(detail, instance));
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 409,
    instance = "/{number:b}/{number:o}/{number:x}/{number:#X}/{number:e}/{number:E}/{number:?}/{text:#?}"
)]
struct Formats {
    number: u16,
    text: &'static str,
}

#[test]
fn a_value_is_formatted_as_the_template_says() {
    let problem = Formats { number: 250, text: "/" };
    let instance = "/11111010/372/fa/0xFA/2.5e2/2.5E2/250/%22%2F%22";
    assert_eq!(body(&problem), with_instance(SENTENCE, instance));
}

type Alias = Option<String>;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Fields {
    Tuple(u8, #[problem(instance)] &'static str),
    Named {
        #[problem(instance)]
        whole: Option<String>,
    },
    Alias(#[problem(instance)] Alias),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
struct FieldOfStruct(#[problem(instance)] String);

#[test]
fn a_field_can_be_a_whole_reference() {
    let whole = |text: &str| Fields::Named { whole: Some(text.to_owned()) };
    for (problem, instance) in [
        (&Fields::Tuple(0, "/a%20b?q#f") as &dyn Problem, "/a%20b?q#f"),
        (
            &whole("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
            "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        ),
        (&Fields::Alias(Some("../x".to_owned())), "../x"),
        (&FieldOfStruct("HTTPS://E.org".to_owned()), "HTTPS://E.org"),
    ] {
        assert_eq!(body(problem), with_instance(SENTENCE, instance));
    }
}

/// Fails after it has written something.
#[derive(Debug)]
struct Fails;

impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/half")?;
        Err(fmt::Error)
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Failing {
    #[problem(instance = "/x/{0}")]
    Template(Fails),
    Field(#[problem(instance)] Fails),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum AtRunTime {
    #[problem(instance = "/{0}/{1}")]
    Path(&'static str, &'static str),
    #[problem(instance = "{0}/{1}/x")]
    Relative(&'static str, &'static str),
    #[problem(instance = "/v/{0}/x:y?{0}#{0}:z")]
    Within(&'static str),
    #[problem(instance = "http://example.com:{0}/{0}")]
    Port(&'static str),
    #[problem(instance = "mailto:{0}//x:y")]
    Opaque(&'static str),
}

#[test]
fn a_value_does_not_add_an_authority_or_invalidate_a_reference() {
    for (problem, instance) in [
        (AtRunTime::Path("a", ""), Some("/a/")),
        (AtRunTime::Path("", "example.org"), None),
        (AtRunTime::Relative("", "b"), Some("/b/x")),
        (AtRunTime::Relative("", ""), None),
        (AtRunTime::Relative("a", ""), Some("a//x")),
        (AtRunTime::Within(""), Some("/v//x:y?#:z")),
        (AtRunTime::Within("a"), Some("/v/a/x:y?a#a:z")),
        (AtRunTime::Port("8080"), Some("http://example.com:8080/8080")),
        (AtRunTime::Port("a"), None),
        (AtRunTime::Opaque("a"), Some("mailto:a//x:y")),
        (AtRunTime::Opaque(""), None),
    ] {
        problem_tests::assert_lawful(&problem);
        assert_eq!(problem.to_details().instance(), instance, "{problem:?}");
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Segments {
    #[problem(instance = "/users/{a}/msgs/{b}")]
    Two { a: &'static str, b: &'static str },
    #[problem(instance = "/users/{a}{b}/x")]
    Joined { a: &'static str, b: &'static str },
    #[problem(instance = "/users/.{0}/x")]
    BehindDot(&'static str),
    #[problem(instance = "/users/{0}%2E")]
    BeforeEncodedDot(&'static str),
    #[problem(instance = "./{0}:x/../y?a=/{0}/b")]
    OwnDots(&'static str),
    #[problem(instance = "{0}")]
    Whole(&'static str),
    #[problem(instance = "?{0}#/{0}/")]
    NoPath(&'static str),
    #[problem(instance = "{0:.1}/{0:?}")]
    Formatted(&'static str),
    #[problem(instance = "urn:{0}/a/b")]
    BehindScheme(&'static str),
    #[problem(instance = "x:y:{0}/..")]
    WithinSegment(&'static str),
}

/// Resolving a reference removes `..` and the segment before it. Many resolvers also treat `%2e` as a dot.
#[test]
fn a_value_stays_in_its_segment() {
    for (problem, instance) in [
        (Segments::Two { a: "..", b: "5" }, None),
        (Segments::Two { a: ".", b: "5" }, None),
        (Segments::Two { a: "5", b: ".." }, None),
        (Segments::Two { a: "5", b: "." }, None),
        (Segments::Two { a: "...", b: ".a" }, Some("/users/.../msgs/.a")),
        (Segments::Two { a: "../..", b: "%2e%2e" }, Some("/users/..%2F../msgs/%252e%252e")),
        (Segments::Two { a: "", b: "..;a" }, Some("/users//msgs/..%3Ba")),
        (Segments::Joined { a: ".", b: "." }, None),
        (Segments::Joined { a: "", b: ".." }, None),
        (Segments::Joined { a: "..", b: "" }, None),
        (Segments::Joined { a: "..", b: "." }, Some("/users/.../x")),
        (Segments::BehindDot("."), None),
        (Segments::BehindDot(""), None),
        (Segments::BehindDot(".."), Some("/users/.../x")),
        (Segments::BeforeEncodedDot("."), None),
        (Segments::BeforeEncodedDot(""), None),
        (Segments::BeforeEncodedDot("x"), Some("/users/x%2E")),
        (Segments::OwnDots(".."), Some("./..:x/../y?a=/../b")),
        (Segments::Whole(".."), None),
        (Segments::Whole("."), None),
        (Segments::Whole(".x"), Some(".x")),
        (Segments::NoPath(".."), Some("?..#/../")),
        (Segments::Formatted(".."), None),
        (Segments::Formatted("a."), Some("a/%22a.%22")),
        (Segments::BehindScheme(".."), None),
        (Segments::BehindScheme("."), None),
        (Segments::BehindScheme("a"), Some("urn:a/a/b")),
        (Segments::WithinSegment(".."), Some("x:y:../..")),
    ] {
        problem_tests::assert_lawful(&problem);
        assert_eq!(problem.to_details().instance(), instance, "{problem:?}");
    }
}

#[test]
fn an_invalid_instance_is_left_out() {
    for problem in [
        &Fields::Named { whole: None } as &dyn Problem,
        &Fields::Alias(None),
        &FieldOfStruct(String::new()),
        &FieldOfStruct("a b".to_owned()),
        &FieldOfStruct("/a b".to_owned()),
        &FieldOfStruct("/%zz".to_owned()),
        &FieldOfStruct("/é".to_owned()),
        &FieldOfStruct("%zz".to_owned()),
        &FieldOfStruct("/\"}".to_owned()),
        &Failing::Template(Fails),
        &Failing::Field(Fails),
    ] {
        assert_eq!(
            body(problem),
            format!(
                "{{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"{SENTENCE}\"}}"
            )
        );
    }
}
