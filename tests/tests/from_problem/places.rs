//! In most bodies, the reader only finds the members and parses them later. It reads all bodies by the same rules.

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
    "[]",
    "{}",
    "[ ]",
    "[[],{}, [ 1 , \"a\" ] ]",
    "{\"a\":{\"b\":[null,true]},\"c\":-1.5e3}",
    "{\"a\":[1e400,\"\\ud83d\",1]}",
    "[\"\\ud83d\\ude00\",\"]}\\\"\"]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1}",
    "{]",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{1:2}",
    "[",
    "{\"a\":[",
    "{\"$serde_json::private::Number\":\"1\"}",
    "[{\"\\u0024serde_json::private::RawValue\":\"1\"}]",
    "{\"\\ud83d\":1}",
];

const SPACES: &[&str] = &["", "", "", " ", "\n\t\r "];

/// Generates a body, which is mostly JSON.
fn any_body() -> impl Strategy<Value = String> {
    let long = (120..280_usize).prop_map(|length| format!("\"{}\"", "é".repeat(length)));
    let deep = (120..132_usize, select(&["[", "{\"a\":"][..])).prop_map(|(depth, start)| {
        let end = if start == "[" { "]" } else { "}" };
        format!("{}0{}", start.repeat(depth), end.repeat(depth))
    });
    let value = prop_oneof![18 => select(VALUES).prop_map(str::to_owned), 1 => long, 1 => deep];
    let member = (select(NAMES), value, select(SPACES), select(SPACES))
        .prop_map(|(name, value, before, after)| format!("{before}\"{name}\"{after}:{before}{value}{after}"));
    let members = prop::collection::vec(member, 0..20).prop_map(|members| members.join(","));
    (members, select(SPACES), select(&["", "", "", "", ",", "}", " x"][..]))
        .prop_map(|(members, space, end)| format!("{space}{{{members}}}{space}{end}"))
}

/// Returns the body with one more member `more`, whose escaped name makes it read in the other way.
fn with_more(body: &str) -> Option<String> {
    let (members, end) = body.rsplit_once('}')?;
    let comma = if members.trim_ascii().ends_with('{') { "" } else { "," };
    Some(format!("{members}{comma}\"mor\\u0065\":[]}}{end}"))
}

#[derive(Debug, PartialEq, FromProblem)]
enum Typed {
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
    fn a_body_is_read_by_its_places_as_by_serde_json(body in any_body()) {
        let Some(with_more) = with_more(&body) else { return Ok(()) };
        let details = ProblemDetails::from_json(body.as_bytes());
        let other = ProblemDetails::from_json(with_more.as_bytes());
        prop_assert_eq!(details.is_ok(), other.is_ok(), "{}", body);
        let (Ok(details), Ok(other)) = (details, other) else { return Ok(()) };
        for name in NAMES {
            prop_assert_eq!(details.extension::<String>(name), other.extension::<String>(name), "{}", name);
            prop_assert_eq!(details.extension::<f64>(name), other.extension::<f64>(name), "{}", name);
        }
        let typed = Typed::from_problem(details.clone());
        prop_assert_eq!(&typed, &Typed::from_problem_json(body.as_bytes()).unwrap());
        prop_assert_eq!(typed.is_ok(), Typed::from_problem_json(with_more.as_bytes()).unwrap().is_ok());
        let mut extensions = other.extensions().clone();
        extensions.remove("more");
        prop_assert_eq!(details.extensions(), &extensions);
        // Reading the map makes no difference to a single member, and replacing one does.
        prop_assert_eq!(details.extension::<f64>("count"), other.extension::<f64>("count"));
        let replaced = details.clone().with_extension("count", &7);
        prop_assert_eq!(replaced.extension::<u8>("count"), Some(7));
        prop_assert_eq!(details.with_extension("more", &[(); 0]), other);
    }
}
