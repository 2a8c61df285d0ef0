//! Tests of responses to HEAD.

use super::{FORMATS, OUT_OF_CREDIT, body, content_type, fields, parts, request_for};
use http::header::{CONTENT_LENGTH, HeaderMap, HeaderValue};
use http::{Method, StatusCode};
use problem_core::{Format, Problem, ProblemDetails};

/// Checks that the response to HEAD equals the one to GET, but has the length of the body instead of the body.
fn assert_head<P: Problem + ?Sized>(problem: &P, request: &HeaderMap) {
    let get = problem.respond_to(&Method::GET, request);
    assert_eq!(parts(&get), parts(&problem.respond(request)), "{problem:?}");
    // The server sets the length of the body, since it may encode it.
    assert!(!get.headers().contains_key(CONTENT_LENGTH), "{problem:?}");
    assert!(!get.body().is_empty(), "{problem:?}");
    let mut expected = get.headers().clone();
    expected.insert(CONTENT_LENGTH, get.body().len().into());

    let head = problem.respond_to(&Method::HEAD, request);
    assert_eq!(head.status(), get.status(), "{problem:?}");
    assert_eq!(*head.headers(), expected, "{problem:?}");
    assert!(head.body().is_empty(), "{problem:?}");
    assert_eq!(head.version(), get.version(), "{problem:?}");
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
enum Derived {
    #[problem(status = 401, challenge = "Bearer")]
    Unauthorized,
    #[problem(status = 503, header("vary" = "Origin"))]
    Later(#[problem(retry_after)] u32),
    #[problem(status = 405, header("allow" = ""))]
    NothingAllowed,
}

#[test]
fn rows_129_and_130_head_has_the_fields_and_no_content() {
    for format in FORMATS {
        let request = request_for(format);
        let head = OUT_OF_CREDIT.respond_to(&Method::HEAD, &request);
        assert_eq!(head.status(), 403);
        let length = body(&OUT_OF_CREDIT, format).len().to_string();
        let expected =
            [("content-type", content_type(format)), ("content-length", length.as_str()), ("vary", "Accept")];
        assert_eq!(*head.headers(), fields(&expected), "{format:?}");
        assert_eq!(*head.body(), "", "{format:?}");

        assert_head(&OUT_OF_CREDIT, &request);
        for problem in [Derived::Unauthorized, Derived::Later(7), Derived::NothingAllowed] {
            assert_head(&problem, &request);
        }
        for code in 400..600 {
            assert_head(&ProblemDetails::new(StatusCode::from_u16(code).unwrap()), &request);
        }
        for code in [100, 204, 205, 304] {
            assert_head(&ProblemDetails::new(StatusCode::from_u16(code).unwrap()), &request);
        }
        let gone = || ProblemDetails::new(StatusCode::GONE);
        // In the first, the length in bytes is not the length in characters. The second is sent in JSON where XML is
        // asked for.
        assert_head(&gone().with_detail("é<日本>&\u{0}😀"), &request);
        assert_head(&gone().with_extension("a b", &1), &request);
        assert_head(&gone().with_detail("x".repeat(1 << 16)), &request);
        // A length that the problem itself sets is dropped, even the 0 that would be right for an empty body.
        for length in ["0", "1", "99999"] {
            let value = HeaderValue::from_static(length);
            assert_head(&gone().with_header(CONTENT_LENGTH, value), &request);
        }
    }
    assert_head(&OUT_OF_CREDIT, &HeaderMap::new());
    assert_head(&OUT_OF_CREDIT, &super::request(&["image/png", "*/*;q=0"]));
}

#[test]
fn row_129_other_methods_keep_the_body() {
    // Methods are case-sensitive (RFC 9110, section 9.1), so `head` is a custom method.
    let methods = [
        "GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "QUERY", "head", "Head",
        "HEADS",
    ];
    for method in methods {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        for format in FORMATS {
            let request = request_for(format);
            let response = OUT_OF_CREDIT.respond_to(&method, &request);
            assert_eq!(parts(&response), parts(&OUT_OF_CREDIT.respond(&request)), "{method}");
            assert_eq!(*response.body(), body(&OUT_OF_CREDIT, format), "{method}");
        }
    }
    assert_eq!(OUT_OF_CREDIT.respond_to(&Method::from_bytes(b"HEAD").unwrap(), &HeaderMap::new()).body(), "");
}

/// A full map of header fields still has the content type of the body, for every format and method.
#[test]
fn row_131_a_full_map_of_header_fields_keeps_the_content_type() {
    let mut headers = HeaderMap::new();
    let mut count = 0;
    loop {
        let name: http::HeaderName = format!("x-{count}").parse().unwrap();
        if headers.try_append(name, HeaderValue::from_static("1")).is_err() {
            break;
        }
        count += 1;
    }
    let full = headers.iter().fold(ProblemDetails::new(StatusCode::GONE), |details, (name, value)| {
        details.with_header(name.clone(), value.clone())
    });
    for format in FORMATS {
        let request = request_for(format);
        assert_eq!(Format::negotiate(&request), format);
        for method in [Method::GET, Method::HEAD] {
            let response = full.respond_to(&method, &request);
            assert_eq!(response.status(), 410);
            let types: Vec<_> = response.headers().get_all("content-type").iter().collect();
            assert_eq!(types, [content_type(format)]);
            // The map has no room for the length, which may be missing but must not be wrong (row 130).
            let length = response.headers().get(CONTENT_LENGTH);
            assert_eq!(length, None, "{method}");
            assert_eq!(response.body().is_empty(), method == Method::HEAD);
        }
    }
}
