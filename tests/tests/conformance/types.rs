//! Tests which error a problem is read as.

use crate::{Known, OUT_OF_CREDIT, members, read, response, typed};
use http::StatusCode;
use problem_core::FromProblem;
use serde_json::{Value, json};

#[test]
fn row_013_an_extension_member_of_the_wrong_type_counts_as_absent() {
    #[derive(Debug, PartialEq, FromProblem)]
    #[problem(type = "/tried")]
    struct Tried(#[problem(extension = "tries", default)] u8);

    let credit =
        |members: &str| typed(&format!(r#"{{"type":"https://example.com/probs/out-of-credit",{members}}}"#));
    for balance in ["\"thirty\"", "null", "30.5", "[30]", "{}", "true", "9223372036854775808"] {
        let members = format!(r#""balance":{balance},"cost":50"#);
        assert_eq!(credit(&members), Ok(Known::OutOfCredit { balance: None, cost: 50 }), "{balance}");
        let members = format!(r#""cost":{balance},"balance":30"#);
        let details = credit(&members).unwrap_err();
        assert_eq!(details.type_uri(), "https://example.com/probs/out-of-credit", "{balance}");
        assert_eq!(details.extension("balance"), Some(30), "{balance}");
        assert_eq!(details.extensions().len(), 2, "{balance}");
    }
    assert_eq!(credit(r#""balance":30,"cost":-50"#), Ok(Known::OutOfCredit { balance: Some(30), cost: -50 }));
    assert!(credit(r#""balance":30"#).is_err());

    for (tries, expected) in
        [("7", 7), ("\"7\"", 0), ("256", 0), ("null", 0), ("[7]", 0), ("7,\"tries\":-7", 0)]
    {
        let json = format!(r#"{{"type":"/tried","tries":{tries}}}"#);
        assert_eq!(Tried::from_problem_json(json.as_bytes()).unwrap(), Ok(Tried(expected)), "{tries}");
        assert_eq!(Tried::from_problem(read(&json)), Ok(Tried(expected)), "{tries}");
    }
    assert_eq!(Tried::from_problem(read(r#"{"type":"/tried"}"#)), Ok(Tried(0)));
    assert_eq!(Tried::from_problem_json(br#"{"type":"/tried"}"#).unwrap(), Ok(Tried(0)));
}

/// A problem matches a declared type only by its own type, whatever its title and detail are.
#[test]
fn rows_015_to_118_only_an_equivalent_type_matches() {
    for (row, type_uri, expected) in [
        (15, "https://example.com/probs/out-of-credit", Some(Known::OutOfCredit { balance: None, cost: 1 })),
        (15, "https://example.com/probs/out-of-patience", None),
        (21, "", None),
        (22, "tag:example@example.org,2021-09-17:OutOfLuck", Some(Known::OutOfLuck)),
        (22, "tag:example@example.org,2021-09-17:OUTOFLUCK", None),
        (22, "tag:EXAMPLE@example.org,2021-09-17:OutOfLuck", None),
        (22, "TAG:example@example.org,2021-09-17:OutOfLuck", Some(Known::OutOfLuck)),
        (19, "example-problem", Some(Known::Relative)),
        (19, "./example-problem", None),
        (19, "/example-problem", None),
        (19, "https://example.com/example-problem", None),
        (116, "ABOUT:blank", Some(Known::NotFound)),
        (116, "about:Blank", None),
        (116, "about:blank#", None),
        (116, "about:blank?", None),
        (116, "HTTPS://Example.COM/probs/out-of-credit", Some(Known::OutOfCredit { balance: None, cost: 1 })),
        (116, "https://example.com/Probs/out-of-credit", None),
        (116, "https://example.com/probs/out-of-credit/", None),
        (116, "https://example.com/probs/out-of-credit?", None),
        (116, "https://example.com/probs/out-of-credit#", None),
        (116, "https://example.com:443/probs/out-of-credit", None),
        (116, "https://example.com/probs/./out-of-credit", None),
        (116, "https://example.com/probs/out%2Dof-credit", None),
        (116, " https://example.com/probs/out-of-credit", None),
        (116, "http://example.com/probs/out-of-credit", None),
        (117, "https://iana.org/assignments/http-problem-types#date", Some(Known::Date)),
        (117, "https://iana.org/assignments/http-problem-types#ohttp-key", Some(Known::OhttpKey)),
        (117, "https://iana.org/assignments/http-problem-types#Date", None),
        (117, "https://iana.org/assignments/http-problem-types", None),
        (117, "https://iana.org/assignments/http-problem-types#", None),
        (118, "urn:ietf:params:acme:error:malformed", Some(Known::Malformed)),
        (118, "URN:IETF:params:acme:error:malformed", Some(Known::Malformed)),
        (118, "urn:ietf:PARAMS:acme:error:malformed", None),
        (118, "urn:ietf:params:acme:error:Malformed", None),
    ] {
        let text = json!(type_uri);
        for json in [
            format!(r#"{{"type":{text},"status":404,"title":"You do not have enough credit.","cost":1}}"#),
            format!(r#"{{"cost":1,"title":"Date Not Acceptable","detail":"","status":404,"type":{text}}}"#),
        ] {
            match (&expected, typed(&json)) {
                (Some(expected), found) => assert_eq!(found.as_ref(), Ok(expected), "row {row}: {type_uri}"),
                (None, found) => assert_eq!(found, Err(read(&json)), "row {row}: {type_uri}"),
            }
        }
    }
}

#[test]
fn rows_030_and_033_texts_for_people_do_not_identify_an_error() {
    let credit = |texts: &str| {
        typed(&format!(r#"{{"type":"https://example.com/probs/out-of-credit","cost":50{texts}}}"#))
    };
    for texts in [
        "",
        r#","title":"Not Found","status":404"#,
        r#","title":"","detail":"Your current balance is 30, but that costs 60.""#,
        r#","title":7,"detail":{"balance":30},"status":"404""#,
    ] {
        assert_eq!(credit(texts), Ok(Known::OutOfCredit { balance: None, cost: 50 }), "{texts}");
    }
    let json = r#"{"type":"/x","title":"Not Found","status":404,"detail":"Not Found","cost":50}"#;
    assert_eq!(typed(json), Err(read(json)));
    let json = r#"{"title":"Not Found"}"#;
    assert_eq!(typed(json), Err(read(json)));
}

#[test]
fn rows_039_and_059_unknown_members_do_not_matter() {
    let json = OUT_OF_CREDIT.replace("\"accounts\"", "\"*\":[{}],\"\":null,\"Type\":\"/x\",\"accounts\"");
    assert_eq!(typed(&json), Ok(Known::OutOfCredit { balance: Some(30), cost: 50 }));
    assert_eq!(read(&json).extensions().len(), 6);
    assert_eq!(typed(r#"{"status":404,"balance":30,"type":"about:blank"}"#), Ok(Known::NotFound));
}

#[test]
fn row_040_an_unknown_type_still_has_all_its_members() {
    let json = OUT_OF_CREDIT.replace("out-of-credit", "out-of-patience");
    let details = typed(&json).unwrap_err();
    assert_eq!(members(&details), serde_json::from_str::<Value>(&json).unwrap());
    let response = response(400, b"application/problem+json", &json);
    let details = Known::from_problem_response(&response).unwrap().unwrap_err();
    assert_eq!(details.type_uri(), "https://example.com/probs/out-of-patience");
    assert_eq!(details.response_status(), Some(StatusCode::BAD_REQUEST));
}
