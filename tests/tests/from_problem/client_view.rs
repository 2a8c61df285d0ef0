//! What a client may declare about the problems of somebody else's service.

use super::{read, read_response};
use problem_core::FromProblem;
use std::time::{Duration, SystemTime};

/// None of these could be sent: names and types that violate RFC 9457, a 401 without a challenge, a source without `expose`,
/// header fields of the server, a title of its own under `about:blank`.
#[derive(Debug, PartialEq, FromProblem)]
#[problem(display)]
enum Lenient {
    #[problem(type = "Filter query syntax", title = "{0}")]
    NotAUri {
        #[problem(extension = "$schema")]
        schema: String,
        #[problem(extension = "@type")]
        kind: Option<u8>,
        #[problem(extension = "")]
        empty: Option<u8>,
    },
    #[problem(type = "")]
    Empty,
    // Not the same type as the empty one, although both are relative.
    #[problem(type = "x")]
    Relative,
    #[problem(type = "a\"b\\c\n")]
    Escaped,
    #[problem(type = "é")]
    NotAscii,
    #[problem(status = 401, title = "Log in", detail = "{source}")]
    Source(#[problem(extension = "0", source)] Wrapped),
    #[problem(status = 405)]
    Header(#[problem(header = "content type")] Option<String>, #[problem(header = "content-type")] String),
    #[problem(status = 404, challenge = "Bearer")]
    Challenge(#[problem(extension = "id")] u8),
}

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Wrapped(u8);

#[test]
fn any_type_and_any_member_can_be_read() {
    let json = r#"{"type":"Filter query syntax","$schema":"s","@type":1,"":2}"#;
    let expected = Lenient::NotAUri { schema: "s".to_owned(), kind: Some(1), empty: Some(2) };
    assert_eq!(read(json), Some(expected));
    assert_eq!(read(r#"{"type":""}"#), Some(Lenient::Empty));
    assert_eq!(read(r#"{"type":"x"}"#), Some(Lenient::Relative));
    // JSON can escape such a type in several ways.
    assert_eq!(read(r#"{"type":"a\"b\\c\n"}"#), Some(Lenient::Escaped));
    assert_eq!(read(r#"{"type":"\u0061\u0022b\u005cc\u000a"}"#), Some(Lenient::Escaped));
    assert_eq!(read::<Lenient>(r#"{"type":"a\\"}"#), None);
    assert_eq!(read(r#"{"type":"é"}"#), Some(Lenient::NotAscii));
    assert_eq!(read(r#"{"type":"\u00e9"}"#), Some(Lenient::NotAscii));
}

#[test]
fn rules_for_sending_do_not_apply() {
    assert_eq!(read(r#"{"status":401,"0":1}"#), Some(Lenient::Source(Wrapped(1))));
    assert_eq!(
        read_response(405, &[], "{}"),
        Some(Lenient::Header(None, "application/problem+json".to_owned()))
    );
    assert_eq!(read(r#"{"status":404,"id":1}"#), Some(Lenient::Challenge(1)));
}

/// A backslash at the end of a type must not be taken for the escape of the quote after it.
#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "a\\")]
struct EndsInBackslash;

#[test]
fn a_type_that_json_escapes_is_not_found_in_another() {
    assert_eq!(read(r#"{"type":"a\\"}"#), Some(EndsInBackslash));
    assert_eq!(read::<EndsInBackslash>(r#"{"type":"a\"b"}"#), None);
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(base = "https://e.org/p/")]
enum Shared {
    #[problem(type = "limit", status = 429)]
    TooFast(#[problem(extension = "wait")] u8),
    #[problem(type = "limit")]
    Limit {
        #[problem(extension)]
        limit: Option<u8>,
    },
    #[problem(type = "limit", status = 403)]
    Forbidden,
    #[problem(type = "limit", status = 507, skip_deserializing)]
    Skipped,
    #[problem(type = "https://E.org/p/other", status = 400)]
    Other400,
    #[problem(type = "other", status = 401)]
    Other401,
    #[problem(type = "alone", status = 402)]
    Alone,
}

#[test]
fn a_type_with_several_statuses_is_told_apart_by_the_status() {
    for (status, expected) in [
        ("429", Some(Shared::TooFast(7))),
        ("403", Some(Shared::Forbidden)),
        ("400", Some(Shared::Limit { limit: Some(3) })),
        ("507", None),
        ("\"?\"", Some(Shared::Limit { limit: Some(3) })),
    ] {
        for json in [
            format!(r#"{{"type":"https://e.org/p/limit","status":{status},"wait":7,"limit":3}}"#),
            format!(r#"{{"wait":7,"limit":3,"status":{status},"type":"https://e.org/p/limit"}}"#),
        ] {
            assert_eq!(read::<Shared>(&json), expected, "{json}");
        }
    }
    assert_eq!(read::<Shared>(r#"{"type":"https://e.org/p/limit"}"#), Some(Shared::Limit { limit: None }));
    assert_eq!(read::<Shared>(r#"{"type":"https://e.org/p/other","status":401}"#), Some(Shared::Other401));
    assert_eq!(read::<Shared>(r#"{"type":"https://e.org/p/other","status":400}"#), Some(Shared::Other400));
    assert_eq!(read::<Shared>(r#"{"type":"https://e.org/p/other","status":404}"#), None);
    assert_eq!(read::<Shared>(r#"{"type":"https://e.org/p/other"}"#), None);
    assert_eq!(format!("{:?}", Shared::Skipped), "Skipped");
    // A type that only one variant has decides alone.
    assert_eq!(read::<Shared>(r#"{"type":"https://e.org/p/alone","status":500}"#), Some(Shared::Alone));
}

#[test]
fn the_status_of_the_response_counts_if_the_body_has_none() {
    let json = r#"{"type":"https://e.org/p/limit","wait":7}"#;
    assert_eq!(read_response(429, &[], json), Some(Shared::TooFast(7)));
    assert_eq!(read_response(403, &[], json), Some(Shared::Forbidden));
    let json = r#"{"type":"https://e.org/p/limit","wait":7,"status":403}"#;
    assert_eq!(read_response(429, &[], json), Some(Shared::Forbidden));
}

#[derive(Debug, PartialEq, FromProblem)]
enum Texts {
    #[problem(type = "/required")]
    Required {
        #[problem(detail)]
        detail: String,
        #[problem(title)]
        title: String,
    },
    #[problem(type = "/optional")]
    Optional(#[problem(detail)] Option<u8>, #[problem(title)] Option<String>),
    #[problem(type = "/default")]
    Default(#[problem(detail, default)] u8),
}

#[test]
fn a_field_can_hold_the_detail_or_the_title() {
    let required =
        |detail: &str, title: &str| Texts::Required { detail: detail.to_owned(), title: title.to_owned() };
    assert_eq!(read(r#"{"type":"/required","title":"t","detail":"a\"\u00e9"}"#), Some(required("a\"é", "t")));
    assert_eq!(read(r#"{"type":"/required","title":"","detail":""}"#), Some(required("", "")));
    // An absent text, and one of the wrong type, does not match a `String`.
    assert_eq!(read::<Texts>(r#"{"type":"/required","title":"t"}"#), None);
    assert_eq!(read::<Texts>(r#"{"type":"/required","title":"t","detail":["a"]}"#), None);
    assert_eq!(read::<Texts>(r#"{"type":"/required","title":null,"detail":"a"}"#), None);
    assert_eq!(read(r#"{"type":"/optional"}"#), Some(Texts::Optional(None, None)));
    assert_eq!(
        read(r#"{"type":"/optional","detail":"7","title":"t"}"#),
        Some(Texts::Optional(Some(7), Some("t".to_owned())))
    );
    assert_eq!(read(r#"{"type":"/optional","detail":"x"}"#), Some(Texts::Optional(None, None)));
    assert_eq!(read(r#"{"type":"/default","detail":"x"}"#), Some(Texts::Default(0)));
    assert_eq!(read(r#"{"type":"/default","detail":"8"}"#), Some(Texts::Default(8)));
}

#[derive(Debug, PartialEq, FromProblem)]
enum Status {
    #[problem(type = "/number")]
    Number(#[problem(status)] u16),
    #[problem(type = "/method")]
    Method(#[problem(status = u16::clone, default)] u16),
}

#[test]
fn a_status_can_be_a_number_and_a_method_is_not_reversed() {
    assert_eq!(read(r#"{"type":"/number","status":404}"#), Some(Status::Number(404)));
    assert_eq!(read::<Status>(r#"{"type":"/number"}"#), None);
    assert_eq!(read(r#"{"type":"/method","status":404}"#), Some(Status::Method(0)));
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "/x")]
struct At<T: std::fmt::Debug + PartialEq>(#[problem(retry_after)] T)
where
    T: problem_core::__private::ReadRetryAfter;

#[test]
fn a_point_in_time_is_read_as_it_was_sent() {
    let json = r#"{"type":"/x"}"#;
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let sent = ("date", "Sun, 06 Nov 1994 08:49:00 GMT");
    assert_eq!(
        read_response(503, &[sent, ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")], json),
        Some(At(date))
    );
    // Seconds count from the `Date` of the response.
    assert_eq!(read_response(503, &[sent, ("retry-after", "37")], json), Some(At(date)));
    assert_eq!(read_response(503, &[sent, ("retry-after", "37")], json), Some(At(Some(date))));
    assert_eq!(read_response::<At<SystemTime>>(503, &[sent], json), None);
    assert_eq!(read_response(503, &[sent], json), Some(At(None::<SystemTime>)));
    assert_eq!(
        read_response::<At<SystemTime>>(503, &[sent, ("retry-after", "99999999999999999999")], json),
        None
    );
}
