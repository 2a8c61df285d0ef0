//! A body without arrays and nested objects is read in another way than any other body, by the same rules.

use problem_core::{FromProblem, ProblemDetails};
use proptest::prelude::*;
use proptest::sample::select;

/// Names, as written.
const NAMES: &[&str] = &[
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "count",
    "text",
    "x",
    "",
    "é",
    "ty\\u0070e",
    "$serde_json::private::Number",
    "a name that is longer than a word of eight bytes",
];

/// Values, as written. Some of them are not JSON.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "nul",
    "0",
    "-0",
    "7",
    "404",
    "404.0",
    "4.04e2",
    "1e400",
    "-1E-400",
    "01",
    "1.",
    ".5",
    "+1",
    "-",
    "1e",
    "18446744073709551615",
    "18446744073709551616",
    "\"\"",
    "\"a\"",
    "\"urn:x:flat\"",
    "\"about:blank\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ude00 a\"",
    "\"\\u12\"",
    "\"\\x\"",
    "\"a\nb\"",
    "\"\u{7f}é日😀\"",
    "\"seven b\"",
    "\"eight by\"",
    "\"eight b\\\"\"",
    "\"open",
];

const SPACES: &[&str] = &["", "", "", " ", "\n\t\r "];

/// Generates a body, which is mostly JSON.
fn any_body() -> impl Strategy<Value = String> {
    let long = (120..280_usize).prop_map(|length| format!("\"{}\"", "é".repeat(length)));
    let value = prop_oneof![9 => select(VALUES).prop_map(str::to_owned), 1 => long];
    let member = (select(NAMES), value, select(SPACES), select(SPACES))
        .prop_map(|(name, value, before, after)| format!("{before}\"{name}\"{after}:{before}{value}{after}"));
    let members = prop::collection::vec(member, 0..15).prop_map(|members| members.join(","));
    (members, select(SPACES), select(&["", "", "", "", ",", "}", " x"][..]))
        .prop_map(|(members, space, end)| format!("{space}{{{members}}}{space}{end}"))
}

/// Returns the body with one more member, with which it is read in the other way.
fn nested(body: &str) -> Option<String> {
    let (members, end) = body.rsplit_once('}')?;
    let comma = if members.trim_ascii().ends_with('{') { "" } else { "," };
    Some(format!("{members}{comma}\"nested\":[]}}{end}"))
}

#[derive(Debug, PartialEq, FromProblem)]
enum Flat {
    #[problem(type = "urn:x:flat")]
    Fields {
        #[problem(extension)]
        count: Option<u64>,
        #[problem(extension)]
        text: Option<String>,
    },
    #[problem(status = 404)]
    NotFound {
        #[problem(extension, default)]
        count: f64,
    },
}

proptest! {
    #[test]
    fn a_flat_body_is_read_like_any_other(body in any_body()) {
        let Some(nested) = nested(&body) else { return Ok(()) };
        let flat = ProblemDetails::from_json(body.as_bytes());
        let other = ProblemDetails::from_json(nested.as_bytes());
        prop_assert_eq!(flat.is_ok(), other.is_ok(), "{}", body);
        let (Ok(flat), Ok(other)) = (flat, other) else { return Ok(()) };
        for name in NAMES {
            prop_assert_eq!(flat.extension::<String>(name), other.extension::<String>(name), "{}", name);
            prop_assert_eq!(flat.extension::<f64>(name), other.extension::<f64>(name), "{}", name);
        }
        let typed = Flat::from_problem(flat.clone());
        prop_assert_eq!(&typed, &Flat::from_problem_json(body.as_bytes()).unwrap());
        prop_assert_eq!(typed.is_ok(), Flat::from_problem_json(nested.as_bytes()).unwrap().is_ok());
        let mut extensions = other.extensions().clone();
        extensions.remove("nested");
        prop_assert_eq!(flat.extensions(), &extensions);
        prop_assert_eq!(flat.with_extension("nested", &[(); 0]), other);
    }
}
