//! Tests of each member on its own.

use crate::{Known, OUT_OF_CREDIT, assert_cases, case, error_of, members, read, typed};
use serde_json::{Map, Value, json};

#[test]
fn rows_002_to_083_members_are_read_as_the_rfcs_say() {
    assert_cases(&[
        case(2, "RFC 9457, section 3.1", "{}", "{}"),
        case(2, "RFC 9457, section 3.1", r#"{"detail":"d"}"#, r#"{"detail":"d"}"#),
        case(2, "RFC 9457, section 3", OUT_OF_CREDIT, OUT_OF_CREDIT),
        case(
            9,
            "RFC 9457, section 3",
            r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[
                {"detail":"must be a positive integer","pointer":"#/age"},
                {"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
            r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[
                {"detail":"must be a positive integer","pointer":"#/age"},
                {"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
        ),
        case(
            11,
            "RFC 9457, section 3.1",
            r#"{"type":42,"title":["x"],"status":"404","detail":{"a":1},"instance":false,"balance":30}"#,
            r#"{"balance":30}"#,
        ),
        case(
            11,
            "RFC 9457, section 3.1",
            r#"{"type":{"type":"/x"},"title":true,"status":["404"],"detail":-1.5,"instance":[],"b":{"c":[]}}"#,
            r#"{"b":{"c":[]}}"#,
        ),
        case(11, "RFC 9457, section 3.1", r#"{"status":true,"title":"t"}"#, r#"{"title":"t"}"#),
        case(11, "RFC 9457, section 3.1", r#"{"status":{"status":404}}"#, "{}"),
        case(
            12,
            "RFC 9457, section 3.1",
            r#"{"type":null,"title":null,"status":null,"detail":null,"instance":null}"#,
            "{}",
        ),
        case(12, "RFC 9457, section 3.2", r#"{"balance":null}"#, r#"{"balance":null}"#),
        case(
            39,
            "RFC 9457, section 3.2",
            r#"{"":0,"a b":[null,{"x":""}],"$id":1.5,"Type":"x","TITLE":2,"status ":3,"é":"é","types":false}"#,
            r#"{"":0,"a b":[null,{"x":""}],"$id":1.5,"Type":"x","TITLE":2,"status ":3,"é":"é","types":false}"#,
        ),
        case(
            69,
            "RFC 9457, section 3.2",
            r#"{"*":1,"*type":"/x","type*":"UTF-8''x","problem":{}}"#,
            r#"{"*":1,"*type":"/x","type*":"UTF-8''x","problem":{}}"#,
        ),
        case(
            81,
            "RFC 7493, section 2.1",
            r#"{"title":"\ud83d\ude00","\ud83d\ude00":1}"#,
            r#"{"title":"😀","😀":1}"#,
        ),
        case(81, "RFC 7493, section 2.1", r#"{"title":"\uffff"}"#, "{\"title\":\"\u{ffff}\"}"),
        case(
            81,
            "RFC 8259, section 7",
            r#"{"title":"a\u0000b","\u0000":"\u0000"}"#,
            r#"{"title":"a\u0000b","\u0000":"\u0000"}"#,
        ),
        case(
            81,
            "RFC 8259, section 7",
            r#"{"\u0074itle":"\u0061\/\b\f\n\r\t\"\\"}"#,
            r#"{"title":"a/\b\f\n\r\t\"\\"}"#,
        ),
        case(
            83,
            "RFC 7493, section 4.2",
            r#"{"status":404,"v2":{"deep":[[]]}}"#,
            r#"{"status":404,"v2":{"deep":[[]]}}"#,
        ),
    ]);
}

#[test]
fn row_016_an_absent_type_is_about_blank() {
    for json in ["{}", r#"{"type":"about:blank"}"#, r#"{"type":null}"#, r#"{"type":42}"#] {
        assert_eq!(read(json).type_uri(), "about:blank", "{json}");
        assert_eq!(read(json), read("{}"), "{json}");
        assert_eq!(typed(json), Err(read("{}")), "{json}");
    }
    assert_eq!(typed(r#"{"status":404}"#), Ok(Known::NotFound));
    assert_eq!(typed(r#"{"type":"about:blank","status":404}"#), Ok(Known::NotFound));
    assert_eq!(typed(r#"{"status":404,"type":[]}"#), Ok(Known::NotFound));
}

#[test]
fn row_075_the_last_of_duplicate_members_counts() {
    assert_cases(&[
        case(
            75,
            "RFC 8259, section 4",
            r#"{"type":"/a","type":"/b","title":"a","title":"b","status":404,"status":405,"detail":"a","detail":"b",
                "instance":"/a","instance":"/b","balance":30,"balance":40}"#,
            r#"{"type":"/b","title":"b","status":405,"detail":"b","instance":"/b","balance":40}"#,
        ),
        // An ignored value counts as absent at any position.
        case(75, "RFC 9457, section 3.1", r#"{"type":"/a","type":42}"#, r#"{"type":"/a"}"#),
        case(75, "RFC 9457, section 3.1", r#"{"status":"x","status":404,"status":999}"#, r#"{"status":404}"#),
        case(
            75,
            "RFC 9457, section 3.1",
            r#"{"title":"a","title":42,"detail":"b","detail":null,"instance":"/c","instance":["/d"]}"#,
            r#"{"title":"a","detail":"b","instance":"/c"}"#,
        ),
        case(75, "RFC 8259, section 4", r#"{"title":"a","\u0074itle":"b"}"#, r#"{"title":"b"}"#),
        case(75, "RFC 8259, section 4", r#"{"balance":30,"balance":null}"#, r#"{"balance":null}"#),
        case(75, "RFC 8259, section 4", r#"{"a":{"b":1,"b":2}}"#, r#"{"a":{"b":2}}"#),
    ]);
    let credit =
        |members: &str| typed(&format!(r#"{{"type":"https://example.com/probs/out-of-credit"{members}}}"#));
    let expected = |balance| Ok(Known::OutOfCredit { balance, cost: 2 });
    assert_eq!(credit(r#","cost":1,"cost":2,"balance":1,"balance":3"#), expected(Some(3)));
    assert_eq!(credit(r#","cost":"1","cost":2,"balance":"1""#), expected(None));
    assert_eq!(credit(r#","cost":2,"balance":1,"balance":null"#), expected(None));
    assert_eq!(
        credit(r#","type":"/other","type":"https://example.com/probs/out-of-credit","cost":2"#),
        expected(None)
    );
    assert_eq!(credit(r#","cost":2,"type":null"#), expected(None));
    assert!(credit(r#","cost":2,"cost":"2""#).is_err());
    assert_eq!(credit(r#","cost":2,"type":"/other""#).unwrap_err().type_uri(), "/other");
}

#[test]
fn row_076_the_order_of_members_has_no_meaning() {
    let object: Map<String, Value> = serde_json::from_str(OUT_OF_CREDIT).unwrap();
    let texts: Vec<_> = object.iter().filter(|(name, _)| *name != "accounts" && *name != "title").collect();
    let texts: Vec<_> = texts.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
    let expected = read(&format!("{{{}}}", texts.join(",")));
    let mut count = 0;
    permutations(&mut texts.clone(), texts.len(), &mut |permutation| {
        let json = format!("{{{}}}", permutation.join(","));
        assert_eq!(read(&json), expected, "{json}");
        assert_eq!(typed(&json), Ok(Known::OutOfCredit { balance: Some(30), cost: 50 }), "{json}");
        count += 1;
    });
    assert_eq!(count, 720);
}

/// Visits every permutation, by Heap's algorithm.
fn permutations(items: &mut [String], length: usize, visit: &mut impl FnMut(&[String])) {
    if length <= 1 {
        return visit(items);
    }
    for index in 0..length {
        permutations(items, length - 1, visit);
        items.swap(if length.is_multiple_of(2) { index } else { 0 }, length - 1);
    }
}

#[test]
fn rows_067_and_077_only_some_numbers_are_a_status() {
    for (row, number, expected) in [
        (77, "404", Some(404)),
        (77, "404.0", Some(404)),
        (77, "4.04e2", Some(404)),
        (77, "4.04E+2", Some(404)),
        (77, "40400e-2", Some(404)),
        (77, "0.00404e5", Some(404)),
        (77, "404.000000000000000000000000000000000000000000", Some(404)),
        (67, "100", Some(100)),
        (67, "200", Some(200)),
        (67, "599", Some(599)),
        (67, "99", None),
        (67, "99.9999", None),
        (67, "600", None),
        (67, "999", None),
        (67, "1000", None),
        (67, "0", None),
        (67, "-0", None),
        (67, "-404", None),
        (67, "404.5", None),
        (67, "599.5", None),
        // 404 + 65536, and 404 + 2^32.
        (67, "65940", None),
        (67, "4294967700", None),
        (80, "18446744073709551616", None),
        (80, "1e308", None),
        (80, "1e400", None),
        (80, "-1e400", None),
        (80, "1e-400", None),
        (80, "4.04e99999999999999999999", None),
        (80, "404e-99999999999999999999", None),
    ] {
        let json = format!(r#"{{"status":{number},"title":"t","a":{{"b":[1]}}}}"#);
        let details = read(&json);
        assert_eq!(details.status().map(|status| status.as_u16()), expected, "row {row}: {number}");
        assert_eq!(details.title(), Some("t"), "row {row}: {number}");
        assert_eq!(details.extensions().len(), 1, "row {row}: {number}");
        let expected = if expected == Some(404) { Ok(Known::NotFound) } else { Err(details) };
        assert_eq!(typed(&json), expected, "row {row}: {number}");
    }
}

#[test]
fn row_080_a_number_out_of_range_affects_nothing_else() {
    let number = if cfg!(feature = "serde-json-features") { "1e+400" } else { "null" };
    for (json, expected) in [
        (r#"{"a":1e400,"b":1}"#, format!(r#"{{"a":{number},"b":1}}"#)),
        (r#"{"a":[1e400,{"b":1e400}]}"#, format!(r#"{{"a":[{number},{{"b":{number}}}]}}"#)),
        (r#"{"title":1e400,"type":-1e400,"detail":9e999,"instance":1e400,"b":1}"#, r#"{"b":1}"#.to_owned()),
        (r#"{"title":"1e400","1e400":"\"1e400"}"#, r#"{"title":"1e400","1e400":"\"1e400"}"#.to_owned()),
        (
            r#"{"a":1e-400}"#,
            if cfg!(feature = "serde-json-features") { r#"{"a":1e-400}"# } else { r#"{"a":0.0}"# }.to_owned(),
        ),
    ] {
        assert_eq!(members(&read(json)), serde_json::from_str::<Value>(&expected).unwrap(), "{json}");
    }
    for json in ["1e400", "[1e400]", "-1e400"] {
        assert_eq!(error_of(json.as_bytes()), "NotAnObject", "{json}");
    }
    for json in [r#"{"a":1e400"#, r#"{"a":01e400}"#, r#"{"a":1e400.0}"#, r#"{"a":1e400,"b":tru}"#] {
        assert_eq!(error_of(json.as_bytes()), "Json", "{json}");
    }
    let credit = |cost| {
        format!(r#"{{"type":"https://example.com/probs/out-of-credit","balance":1e400,"cost":{cost}}}"#)
    };
    assert_eq!(typed(&credit("2")), Ok(Known::OutOfCredit { balance: None, cost: 2 }));
    assert!(typed(&credit("1e400")).is_err());
}
