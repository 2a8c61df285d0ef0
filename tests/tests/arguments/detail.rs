use problem_core::Problem;
use problem_tests::body;
use std::borrow::Cow;
use std::fmt;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400)]
enum Details {
    #[problem(detail = "{{fixed}} \"text\"\n")]
    Unit,
    #[problem(detail = r#"{0} "of" {1:?}: {2:>3$.1}"#)]
    Tuple(u8, &'static str, f64, usize),
    #[problem(detail = "{ratio:.2} of {name:>width$.prec$}, {name:?}, {width:#06x}, {name}")]
    Named { ratio: f32, name: &'static str, width: usize, prec: usize },
    #[problem(detail = "{1} and {3:>4$}")]
    Gaps(u8, u8, u8, u8, usize),
    #[problem(detail = "{b:b} {o:o} {x:x} {x:X} {e:e} {e:E} {d:#?}")]
    Formats { b: u8, o: u8, x: u8, e: f64, d: Option<u8> },
    #[problem(detail = "{name}")]
    Owned { name: Cow<'static, str> },
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, detail = "no {0}")]
struct TupleStruct(&'static str);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, detail = "no {name}")]
struct NamedStruct {
    name: &'static str,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, detail = "nothing")]
struct UnitStruct;

fn with_detail(detail: &str) -> String {
    format!("{{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"{detail}\"}}")
}

#[test]
fn a_detail_is_formatted_from_the_fields() {
    for (problem, detail) in [
        (&Details::Unit as &dyn Problem, r#"{fixed} \"text\"\n"#),
        (&Details::Tuple(1, "a\"b", 2.25, 5), r#"1 \"of\" \"a\\\"b\":   2.2"#),
        (
            &Details::Named { ratio: 1.0 / 3.0, name: "abcd", width: 5, prec: 2 },
            r#"0.33 of    ab, \"abcd\", 0x0005, abcd"#,
        ),
        (&Details::Gaps(0, 1, 2, 3, 4), "1 and    3"),
        (
            &Details::Formats { b: 5, o: 9, x: 255, e: 1234.5, d: Some(1) },
            r"101 11 ff FF 1.2345e3 1.2345E3 Some(\n    1,\n)",
        ),
        (&Details::Owned { name: "ü\u{2028}\u{7f}".into() }, "ü\u{2028}\u{7f}"),
        (&TupleStruct("x"), "no x"),
        (&NamedStruct { name: "" }, "no "),
        (&UnitStruct, "nothing"),
    ] {
        assert_eq!(body(problem), with_detail(detail));
    }
}

#[test]
fn fmt_detail_writes_the_detail() {
    struct Detail<'a>(&'a dyn Problem);

    impl fmt::Display for Detail<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt_detail(f)
        }
    }

    assert_eq!(Detail(&Details::Unit).to_string(), "{fixed} \"text\"\n");
    assert_eq!(Detail(&Details::Gaps(0, 1, 2, 3, 4)).to_string(), "1 and    3");
    assert_eq!(Detail(&UnitStruct).to_string(), "nothing");
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400)]
enum OfAField {
    Tuple(u8, #[problem(detail)] &'static str),
    Optional {
        #[problem(detail, extension)]
        text: Option<String>,
    },
    Boxed(#[problem(detail)] Box<u8>),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400)]
struct OfAStruct<T: fmt::Debug>(#[problem(detail)] Option<T>);

#[test]
fn the_detail_can_be_a_field() {
    assert_eq!(body(&OfAField::Tuple(1, "a \"b\"")), with_detail("a \\\"b\\\""));
    assert_eq!(
        body(&OfAField::Optional { text: Some("x".to_owned()) }),
        with_detail("x").replace('}', ",\"text\":\"x\"}")
    );
    let sentence = "The request is malformed.";
    assert_eq!(body(&OfAField::Optional { text: None }), with_detail(sentence));
    assert_eq!(body(&OfAField::Boxed(Box::new(7))), with_detail("7"));
    assert_eq!(body(&OfAStruct(Some(1.5))), with_detail("1.5"));
    assert_eq!(body(&OfAStruct::<u8>(None)), with_detail(sentence));
}
