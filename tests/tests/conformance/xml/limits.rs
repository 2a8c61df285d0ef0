//! Tests of the limits on documents that no problem needs but an attacker may send.

use super::{problem, read, reason, response};
use http::StatusCode;
use problem_core::{Problem, ProblemDetails, ReadError};
use serde_json::{Value, json};

#[test]
fn elements_may_be_nested_as_deep_as_json() {
    let nested = |name: &str, depth: usize| {
        // The root counts as a level too.
        let depth = depth - 1;
        problem(&[format!("<{name}>").repeat(depth), format!("</{name}>").repeat(depth)].concat())
    };
    let too_deep = "an element is nested more than 128 levels deep";
    for name in ["i", "a", "problem"] {
        read(&nested(name, 128));
        assert_eq!(reason(nested(name, 129).as_bytes()), too_deep);
        assert_eq!(reason(nested(name, 50_000).as_bytes()), too_deep);
        // The elements do not have to end.
        let open = format!("<{name}>").repeat(50_000);
        assert_eq!(reason(format!("<problem xmlns=\"urn:ietf:rfc:7807\">{open}").as_bytes()), too_deep);
    }
    let foreign = |depth: usize| nested("a", depth).replacen("<a>", "<a xmlns=''>", 1);
    assert_eq!(read(&foreign(128)), read(&problem("")));
    assert_eq!(reason(foreign(129).as_bytes()), too_deep);
    // Siblings do not add up.
    let shallow = "<a><i/></a>".repeat(1000);
    assert_eq!(read(&problem(&shallow)), read(&problem("<a><i/></a>")));
}

/// The deepest value that a member can have may still contain a scalar.
#[test]
fn a_document_that_can_be_written_can_be_read() {
    for wrap in
        [|value: Value| json!([value]), |value| json!({ "a": value }), |value| json!({ "i": value, "a": 0 })]
    {
        let deep = (0..126).fold(json!("x"), |value, _| wrap(value));
        let details = ProblemDetails::new(StatusCode::GONE).with_extension("deep", &deep);
        assert_eq!(details.extensions().len(), 1);
        let xml = details.to_xml();
        let read = read(std::str::from_utf8(&xml).unwrap()).forwarding(&[]);
        assert_eq!(read.to_xml(), xml);
        let too_deep = wrap(deep);
        assert_eq!(details.with_extension("deep", &too_deep).to_xml(), xml);
    }
}

#[test]
fn no_more_than_a_mebibyte_is_read() {
    let of_length = |length: usize| {
        let around = problem("<detail></detail>").len();
        problem(&format!("<detail>{}</detail>", "x".repeat(length - around))).into_bytes()
    };
    let limit = 1 << 20;
    let xml = of_length(limit);
    assert_eq!(xml.len(), 1_048_576);
    let details = ProblemDetails::from_xml(&xml).unwrap();
    assert_eq!(details.detail().map(str::len), Some(limit - 62));
    assert!(ProblemDetails::from_response(&response(b"application/problem+xml", &xml)).is_ok());

    let xml = of_length(limit + 1);
    for result in [
        ProblemDetails::from_xml(&xml),
        ProblemDetails::from_response(&response(b"application/problem+xml", &xml)),
    ] {
        let error = result.unwrap_err();
        assert!(matches!(error, ReadError::TooLong(1_048_576)), "{error:?}");
        assert_eq!(error.to_string(), "the body is longer than 1048576 bytes");
    }
    // The length alone counts, whatever the bytes are.
    let result = ProblemDetails::from_xml(&vec![0xff; limit + 1]);
    assert!(matches!(result, Err(ReadError::TooLong(1_048_576))));
    reason(&vec![0xff; limit]);
}

#[test]
fn an_element_may_have_64_attributes() {
    let attributes =
        |count: usize| (0..count).map(|index| format!(" a{index}='1'")).collect::<Vec<_>>().concat();
    let too_many = "an element has more than 64 attributes";
    for name in ["a", "p:a"] {
        let element = |count| {
            format!(
                "<problem xmlns='urn:ietf:rfc:7807' xmlns:p='urn:p'><{name}{}/></problem>",
                attributes(count)
            )
        };
        read(&element(64));
        assert_eq!(reason(element(65).as_bytes()), too_many);
    }
    // A namespace declaration is an attribute too.
    let root = |count| format!("<problem xmlns='urn:ietf:rfc:7807'{}/>", attributes(count));
    read(&root(63));
    assert_eq!(reason(root(64).as_bytes()), too_many);
    // The limit applies to each element separately.
    read(&problem(&format!("<a{0}/><b{0}><c{0}/></b>", attributes(64))));
}

#[test]
fn up_to_64_namespaces_may_be_declared_at_once() {
    let declarations = |from: usize, count: usize| {
        (from..from + count).map(|index| format!(" xmlns:p{index}='urn:p'")).collect::<Vec<_>>().concat()
    };
    let too_many = "more than 64 namespaces are declared";
    // The root declares one.
    let child = |count| problem(&format!("<a{}/>", declarations(0, count)));
    read(&child(63));
    assert_eq!(reason(child(64).as_bytes()), too_many);
    let nested = |count| problem(&format!("<a{}><b{}/></a>", declarations(0, 40), declarations(40, count)));
    read(&nested(23));
    assert_eq!(reason(nested(24).as_bytes()), too_many);
    // Siblings do not add up.
    read(&problem(&format!("<a{0}/><b{0}><c/></b><d{0}/>", declarations(0, 63))));
    // A prefix that is declared again counts again.
    let again = |depth: usize| {
        problem(&["<a xmlns='urn:ietf:rfc:7807'>".repeat(depth), "</a>".repeat(depth)].concat())
    };
    read(&again(63));
    assert_eq!(reason(again(64).as_bytes()), too_many);
}

/// Runs on a quarter of the stack that a thread has by default.
#[test]
fn the_deepest_values_need_little_stack() {
    let nested = |(open, close): (&str, &str), depth: usize| open.repeat(depth) + "1" + &close.repeat(depth);
    let run = move || {
        for pair in [("[", "]"), ("{\"a\":", "}")] {
            let json = format!("{{\"a\":{}}}", nested(pair, 126));
            let details = ProblemDetails::from_json(json.as_bytes()).unwrap().forwarding(&[]);
            let read = ProblemDetails::from_xml(&details.to_xml()).unwrap();
            assert!(read.extension::<Value>("a").is_some());
            assert!(!details.to_html().is_empty());
        }
        for pair in [("<a>", "</a>"), ("<x:a xmlns:x='u'>", "</x:a>")] {
            reason(problem(&nested(pair, 10_000)).as_bytes());
        }
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(run).unwrap().join().unwrap();
}
