//! The member `errors`: which place each error has, in which order they are, and what is read back.

use problem_core::validation::{FieldErrors, FieldPlace, Step};
use problem_core::{FromProblem, Problem, ProblemDetails};
use proptest::prelude::*;
use std::borrow::Cow;

fn json(errors: &FieldErrors) -> String {
    serde_json::to_string(errors).expect("it can be serialised")
}

fn read(json: &str) -> FieldErrors {
    serde_json::from_str(json).expect("a list of errors")
}

#[test]
fn a_pointer_is_escaped_for_json_pointer_and_then_for_a_fragment() {
    for (name, pointer) in [
        ("age", "#/age"),
        ("", "#/"),
        ("a/b", "#/a~1b"),
        ("m~n", "#/m~0n"),
        ("~1", "#/~01"),
        (" ", "#/%20"),
        ("%", "#/%25"),
        ("c%d", "#/c%25d"),
        ("e^f", "#/e%5Ef"),
        ("g|h", "#/g%7Ch"),
        ("i\\j", "#/i%5Cj"),
        ("k\"l", "#/k%22l"),
        ("#", "#/%23"),
        ("[0]", "#/%5B0%5D"),
        ("ä€😀", "#/%C3%A4%E2%82%AC%F0%9F%98%80"),
        ("\0\n\u{7f}", "#/%00%0A%7F"),
        // These may stand in a fragment (RFC 3986, section 3.5).
        ("-._~!$&'()*+,;=:@?", "#/-._~0!$&'()*+,;=:@?"),
        ("0", "#/0"),
    ] {
        let mut errors = FieldErrors::default();
        let error = errors.body([Step::Name(name)], "no");
        assert_eq!(error.place(), FieldPlace::Pointer(pointer), "{name:?}");
    }
    let mut errors = FieldErrors::default();
    assert_eq!(errors.body([], "no").place(), FieldPlace::Pointer("#"));
    let path = [Step::Name("list"), Step::Index(10), Step::Name("zip"), Step::Index(0)];
    assert_eq!(errors.body(path, "no").place(), FieldPlace::Pointer("#/list/10/zip/0"));
}

#[test]
fn errors_are_sorted_by_place_and_then_by_detail() {
    let mut errors = FieldErrors::default();
    errors.header("x-shard", "unknown");
    errors.parameter("page", "must not be 0");
    errors.body([Step::Name("b")], "second");
    errors.body([Step::Name("b")], "first").set_code("f");
    errors.body([Step::Name("a")], "third");
    errors.body([], "whole").set_code("w");
    let expected = concat!(
        r##"[{"detail":"whole","pointer":"#","code":"w"},{"detail":"third","pointer":"#/a"},"##,
        r##"{"detail":"first","pointer":"#/b","code":"f"},{"detail":"second","pointer":"#/b"},"##,
        r#"{"detail":"must not be 0","parameter":"page"},{"detail":"unknown","header":"x-shard"}]"#,
    );
    assert_eq!(json(&errors), expected);
    let details: Vec<_> = errors.iter().map(|error| (error.detail(), error.code())).collect();
    assert_eq!(details[..3], [("whole", Some("w")), ("third", None), ("first", Some("f"))]);

    // The order in which they were added makes no difference.
    let reversed: FieldErrors = errors.clone().into_iter().rev().collect();
    assert_eq!(json(&reversed), expected);
    assert_eq!(reversed, errors);
    let mut more = errors.clone();
    more.body([], "more");
    assert_ne!(more, errors);
    assert!(FieldErrors::default().is_empty());
    assert!(!errors.is_empty());
}

#[test]
fn a_list_that_somebody_else_wrote_is_read() {
    let errors = read(
        r#"[{"pointer":"/no/fragment","detail":"d","code":"c","docs":{"a":[1]}},{"detail":"e","pointer":null,"code":null},{"parameter":"p"},{}]"#,
    );
    let read: Vec<_> = errors.iter().map(|error| (error.place(), error.detail(), error.code())).collect();
    assert_eq!(
        read,
        [
            (FieldPlace::Pointer("#"), "", None),
            (FieldPlace::Pointer("#"), "e", None),
            (FieldPlace::Pointer("/no/fragment"), "d", Some("c")),
            (FieldPlace::Parameter("p"), "", None),
        ],
    );
    for invalid in ["{}", "[1]", r#"["d"]"#, r#"[{"detail":1}]"#, r#"[{"pointer":["a"]}]"#] {
        assert!(serde_json::from_str::<FieldErrors>(invalid).is_err(), "{invalid}");
    }
}

#[test]
fn fields_are_renamed_but_indexes_and_header_fields_are_not() {
    let mut errors = FieldErrors::default();
    errors.body([Step::Name("user_name"), Step::Index(0), Step::Name("zip~/code"), Step::Name("~1")], "no");
    errors.parameter("page_size", "no");
    errors.header("x_shard", "no");
    let upper = errors.rename(|name| Cow::Owned(name.to_uppercase().replace('_', "/")));
    assert_eq!(
        json(&upper),
        concat!(
            r##"[{"detail":"no","pointer":"#/USER~1NAME/0/ZIP~0~1CODE/~01"},"##,
            r#"{"detail":"no","parameter":"PAGE/SIZE"},{"detail":"no","header":"x_shard"}]"#,
        ),
    );
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("invalid")]
#[problem(status = 422, type = "/invalid", detail = "Not valid.")]
struct Invalid {
    #[problem(extension)]
    errors: FieldErrors,
}

#[test]
fn the_client_gets_the_same_errors() {
    let mut errors = FieldErrors::default();
    errors.body([Step::Name("size"), Step::Index(3)], "too <large> & \"heavy\"").set_code("7");
    errors.header("x-shard", "unknown");
    let invalid = Invalid { errors };
    assert_eq!(Invalid::from_problem_json(&invalid.to_json()).unwrap().unwrap(), invalid);
    let details = ProblemDetails::from_xml(&invalid.to_xml()).unwrap();
    assert_eq!(Invalid::try_from(details).unwrap(), invalid);
}

proptest! {
    /// The rules of RFC 6901, the other way round: section 6 and then section 4.
    #[test]
    fn a_pointer_can_be_followed(names in prop::collection::vec(".{0,8}", 0..5)) {
        let mut errors = FieldErrors::default();
        let error = errors.body(names.iter().map(|name| Step::Name(name)), "no");
        let FieldPlace::Pointer(pointer) = error.place() else { panic!("a pointer") };
        prop_assert!(iri_string::types::UriReferenceStr::new(pointer).is_ok());
        let decoded: Vec<u8> = percent_encoding::percent_decode_str(&pointer[1..]).collect();
        let decoded = String::from_utf8(decoded).unwrap();
        let mut document = serde_json::json!("found");
        for name in names.iter().rev() {
            document = serde_json::json!({ name: document });
        }
        prop_assert_eq!(document.pointer(&decoded), Some(&serde_json::json!("found")));
        // Renaming everything to itself changes nothing.
        let before = json(&errors);
        prop_assert_eq!(json(&errors.rename(|name| Cow::Borrowed(name))), before);
    }
}
