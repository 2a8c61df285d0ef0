//! Tests the code that the HTTP clients share. The clients themselves are tested in tests/clients.

use bytes::Bytes;
use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use problem_core::client::{CallError, accept_problems};
use problem_core::{FromProblem, Problem, ProblemDetails, ReadError, Report};
use std::error::Error;
use std::fmt;
use std::time::Duration;

#[derive(Debug, PartialEq, thiserror::Error, FromProblem)]
enum Quota {
    #[error("{limit} is the limit")]
    #[problem(type = "https://e.org/v1/quota")]
    UsedUp {
        #[problem(extension)]
        limit: u32,
        #[source]
        #[problem(default)]
        source: Option<fmt::Error>,
    },
    #[error("quota")]
    #[problem(type = "relative")]
    Relative,
}

fn response(status: u16, content_type: &str, body: &'static str) -> Response<Bytes> {
    let response = Response::builder().status(status).header("content-type", content_type);
    response.header("retry-after", "7").body(Bytes::from_static(body.as_bytes())).unwrap()
}

fn error(status: u16, content_type: &str, body: &'static str) -> CallError<Quota> {
    CallError::from_response(response(status, content_type, body), None)
}

const PROBLEM: &str = "application/problem+json";

#[test]
fn each_kind_of_error_has_its_own_description() {
    let typed =
        error(403, PROBLEM, r#"{"type":"https://e.org/v1/quota","detail":"All 3 are in use.","limit":3}"#);
    assert_eq!(typed.typed(), Some(&Quota::UsedUp { limit: 3, source: None }));
    // The `Display` text of `Quota` is for the log of the server. A client shows the detail that the server sent.
    assert_eq!(typed.to_string(), "403 Forbidden: All 3 are in use.");
    assert!(typed.source().is_none());

    let untyped = error(503, PROBLEM, r#"{"title":"Maintenance","detail":"Until noon."}"#);
    assert!(matches!(&untyped, CallError::Untyped(details) if details.title() == Some("Maintenance")));
    assert_eq!(untyped.to_string(), "503 Maintenance: Until noon.");

    let html = error(502, "text/html", "<h1>");
    assert!(
        matches!(&html, CallError::NoProblem(response, ReadError::MediaType(_)) if response.body() == "<h1>")
    );
    assert_eq!(
        html.to_string(),
        r#"the response with status 502 is not a problem: the content type is "text/html", not "application/problem+json" or "application/problem+xml""#
    );
    assert!(html.source().is_none());
    let truncated = error(502, PROBLEM, "{");
    assert_eq!(truncated.source().unwrap().to_string(), "EOF while parsing an object at line 1 column 1");

    for (error, status) in [(&typed, 403), (&untyped, 503), (&html, 502)] {
        assert_eq!(error.status(), StatusCode::from_u16(status).ok());
        assert_eq!(error.headers().unwrap()["retry-after"], "7");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    }

    let transport = CallError::<Quota>::transport("cable cut");
    assert_eq!((transport.status(), transport.headers(), transport.retry_after()), (None, None, None));
    assert_eq!(transport.to_string(), "cable cut");
    assert!(transport.source().is_none());
    assert_eq!(
        CallError::<Quota>::transport(Caused(fmt::Error)).source().unwrap().to_string(),
        fmt::Error.to_string()
    );
    for error in [&untyped, &html, &transport] {
        assert_eq!(error.typed(), None);
    }
}

#[derive(Debug, thiserror::Error)]
#[error("caused")]
struct Caused(#[source] fmt::Error);

#[test]
fn a_problem_can_be_shown_to_people() {
    let body = r#"{"type":"https://e.org/v1/quota","title":"T","detail":"D","instance":"/i","limit":3}"#;
    let details = error(403, PROBLEM, body).details().unwrap();
    assert_eq!((details.title(), details.detail(), details.instance()), (Some("T"), Some("D"), Some("/i")));
    assert_eq!(details.headers()["retry-after"], "7");
    let untyped = error(403, PROBLEM, r#"{"detail":"D"}"#).details().unwrap();
    assert_eq!(untyped.detail(), Some("D"));
    assert_eq!(error(403, "text/plain", body).details(), None);
    assert_eq!(CallError::<Quota>::transport("cable cut").details(), None);

    // Half of a surrogate pair makes only the detail unreadable.
    let typed = error(403, PROBLEM, r#"{"type":"https://e.org/v1/quota","limit":3,"detail":"\ud800"}"#);
    assert!(typed.typed().is_some());
    assert_eq!(typed.to_string(), "403 Forbidden");
    assert_eq!(typed.details().unwrap().detail(), None);
    assert_eq!(typed.details().unwrap().extension("limit"), Some(3));

    // The typed error can be read from a body that is nested too deeply for `ProblemDetails`.
    let deep = ["[".repeat(127), "]".repeat(127)].concat();
    let body = format!(r#"{{"type":"https://e.org/v1/quota","limit":3,"a":{deep}}}"#);
    let typed = CallError::<Quota>::from_response(response(403, PROBLEM, "").map(|_| body.into()), None);
    assert!(typed.typed().is_some());
    assert_eq!(typed.to_string(), "a problem with status 403");
    assert_eq!(typed.details(), None);
    // The failure was recorded when the body was read, so another body does not change the text.
    let CallError::Typed(_, mut received) = typed else { panic!("{typed:?}") };
    *received.body_mut() = Bytes::from_static(b"{}");
    let typed = CallError::Typed(Quota::Relative, received);
    assert_eq!(typed.to_string(), "a problem with status 403");
}

/// The details are kept when the body is read, so that it is not parsed a second time.
#[test]
fn displaying_an_error_does_not_parse_the_body_again() {
    let body = r#"{"type":"https://e.org/v1/quota","title":"Quota","detail":"All 3 are in use.","limit":3}"#;
    let mut typed = error(403, PROBLEM, body);
    let CallError::Typed(_, received) = &mut typed else { panic!("{typed:?}") };
    *received.body_mut() = Bytes::from_static(b"{}");
    assert_eq!(typed.to_string(), "403 Quota: All 3 are in use.");
    assert_eq!(typed.details().unwrap().extension("limit"), Some(3));

    // The body of an error that was built by hand is parsed when the error is displayed.
    let quota = || Quota::UsedUp { limit: 3, source: None };
    let typed = CallError::Typed(quota(), Box::new(response(403, PROBLEM, body)));
    assert_eq!(typed.to_string(), "403 Quota: All 3 are in use.");
    let typed = CallError::Typed(quota(), Box::new(response(403, "text/html", body)));
    assert_eq!(typed.to_string(), "a problem with status 403");
}

fn unlabelled<E: FromProblem>(content_type: Option<&str>, body: impl Into<Bytes>) -> CallError<E> {
    let mut response = response(429, PROBLEM, "").map(|_| body.into());
    match content_type {
        Some(content_type) => {
            response.headers_mut().insert("content-type", HeaderValue::from_str(content_type).unwrap())
        }
        None => response.headers_mut().remove("content-type"),
    };
    CallError::from_unlabelled_response(response, Some("https://e.org/v1/vaults"))
}

const JSON_QUOTA: &str = r#"{"type":"quota","title":"Quota","detail":"All 3 are in use.","limit":3}"#;
const XML_QUOTA: &str = "<problem xmlns='urn:ietf:rfc:7807'><type>quota</type><title>Quota</title>\
    <detail>All 3 are in use.</detail><limit>3</limit></problem>";

#[test]
fn an_unlabelled_problem_has_everything_that_a_labelled_one_has() {
    for (content_type, body) in [
        (Some("application/problem+json"), JSON_QUOTA),
        (Some("application/json"), JSON_QUOTA),
        (Some("Application/JSON; charset=utf-8"), JSON_QUOTA),
        (Some("application/json, application/problem+json"), JSON_QUOTA),
        (Some("application/vnd.api+json"), JSON_QUOTA),
        (Some("application/xml-dtd"), JSON_QUOTA),
        (Some("text/plain"), JSON_QUOTA),
        (Some("text/html; a=text/xml"), JSON_QUOTA),
        (Some("xml"), JSON_QUOTA),
        (Some(""), JSON_QUOTA),
        (None, JSON_QUOTA),
        (Some("application/problem+xml"), XML_QUOTA),
        (Some("application/xml"), XML_QUOTA),
        (Some("Text/XML ; charset=UTF-8"), XML_QUOTA),
        (Some("text/xml;"), XML_QUOTA),
        (Some("application/vnd.problem+XML; a=b"), XML_QUOTA),
    ] {
        let error = unlabelled(content_type, body);
        assert_eq!(error.typed(), Some(&Quota::UsedUp { limit: 3, source: None }), "{content_type:?}");
        assert_eq!(error.to_string(), "429 Quota: All 3 are in use.", "{content_type:?}");
        assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        let details = error.details().unwrap();
        assert_eq!(details.type_uri(), "quota", "it is not resolved");
        assert_eq!(details.extension("limit"), Some(3));
        assert_eq!(details.response_status(), Some(StatusCode::TOO_MANY_REQUESTS));
        assert_eq!(details.retry_after(), Some(Duration::from_secs(7)));

        // The details are kept, because the media type does not say that the body can be read as a problem.
        let CallError::Typed(_, received) = error else { panic!("{error:?}") };
        let error = CallError::Typed(Quota::Relative, received);
        assert_eq!(error.to_string(), "429 Quota: All 3 are in use.");
        assert_eq!(error.details(), Some(details));

        let error = unlabelled::<OneUrl>(content_type, body);
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        let CallError::Untyped(details) = error else { panic!("{error:?}") };
        assert_eq!(details.type_uri(), "https://e.org/v1/quota");
        assert_eq!(details.status(), Some(StatusCode::TOO_MANY_REQUESTS));
    }
}

#[derive(Debug, PartialEq, FromProblem)]
enum Waiting {
    #[problem(status = 429)]
    TooFast {
        #[problem(retry_after)]
        wait: Duration,
    },
    #[problem(other)]
    Other(ProblemDetails),
}

#[test]
fn any_object_without_a_label_is_a_problem() {
    let too_fast = Waiting::TooFast { wait: Duration::from_secs(7) };
    for body in ["{}", r#"{"message":"no route"}"#, r#"{"status":"error","detail":["a"]}"#] {
        assert_eq!(unlabelled(None, body).typed(), Some(&too_fast), "{body}");
    }
    let error = unlabelled(None, r#"{"type":"OAuthException","code":190}"#);
    let Some(Waiting::Other(details)) = error.typed() else { panic!("{error:?}") };
    assert_eq!(details.type_uri(), "https://e.org/v1/OAuthException");
    assert_eq!(details.extension("code"), Some(190));
    assert_eq!(details.status(), Some(StatusCode::TOO_MANY_REQUESTS));
}

#[test]
fn an_unlabelled_body_that_cannot_be_read_is_not_a_problem() {
    let (json, xml) = ("the body cannot be read as JSON", "the body cannot be read as a problem in XML");
    for (content_type, body, reason, source) in [
        (Some("text/html"), "<h1>", json, Some("expected value at line 1 column 1")),
        (Some("application/json"), "{", json, Some("EOF while parsing an object at line 1 column 1")),
        (Some("application/json"), "[]", "the body is JSON but not an object", None),
        (None, XML_QUOTA, json, Some("expected value at line 1 column 1")),
        (Some("text/xml"), JSON_QUOTA, xml, Some("there is text outside the root element")),
        (
            Some("image/svg+xml"),
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            xml,
            Some(r#"the root element is not `problem` in the namespace "urn:ietf:rfc:7807""#),
        ),
        (
            Some("application/xml; charset=latin1"),
            XML_QUOTA,
            xml,
            Some(r#"the encoding is "latin1", but only UTF-8 is supported"#),
        ),
        (None, "", "the body is empty, as in the response to a HEAD request", None),
        (Some("text/xml"), "", "the body is empty, as in the response to a HEAD request", None),
        (Some("text/html"), "", "the body is empty, as in the response to a HEAD request", None),
    ] {
        let error = unlabelled::<ProblemDetails>(content_type, body);
        assert_eq!(
            error.to_string(),
            format!("the response with status 429 is not a problem: {reason}"),
            "{content_type:?}: {body}"
        );
        assert_eq!(error.source().map(ToString::to_string).as_deref(), source, "{content_type:?}: {body}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        let CallError::NoProblem(response, _) = error else { panic!("{error:?}") };
        assert_eq!(response.body(), body);
    }
}

/// An upstream can neither forge a line in the log nor send control characters to the terminal that shows it.
#[test]
fn untrusted_text_stays_on_its_line() {
    let hostile = r"a\n500 \u001b[2J\u0085\u009b\u2028\u2029\u202e\u2066\u061c\u007f\t";
    let shown = r"a\n500 \u{1b}[2J\u{85}\u{9b}\u{2028}\u{2029}\u{202e}\u{2066}\u{61c}\u{7f}\t";
    let body = |members: &str| response(403, PROBLEM, "").map(|_| members.replace('?', hostile).into());
    let read = |members: &str| CallError::<Quota>::from_response(body(members), None);

    let both = r#""title":"?","detail":"?""#;
    let typed = read(&format!(r#"{{"type":"https://e.org/v1/quota","limit":3,{both}}}"#));
    assert_eq!(typed.to_string(), format!("403 {shown}: {shown}"));
    let untyped = read(&format!("{{{both}}}"));
    assert_eq!(untyped.to_string(), format!("403 {shown}: {shown}"));
    let details = ProblemDetails::from_json(br#"{"type":"\u202e"}"#).unwrap();
    assert_eq!(details.to_string(), r"\u{202e}");
    let transport = CallError::<Quota>::transport(format!("cable cut{}", "\n\u{202e}"));
    assert_eq!(transport.to_string(), r"cable cut\n\u{202e}");

    let content_type = HeaderValue::from_bytes("text/\u{202e}\u{85}".as_bytes()).unwrap();
    let mut response = response(403, PROBLEM, "{}");
    response.headers_mut().insert("content-type", content_type);
    let no_problem = CallError::<Quota>::from_response(response, None);
    assert_eq!(
        no_problem.to_string(),
        r#"the response with status 403 is not a problem: the content type is "text/\u{202e}\u{85}", not "application/problem+json" or "application/problem+xml""#
    );

    let xml = "<problem xmlns='urn:ietf:rfc:7807'><a>&\u{202e}\n;</a></problem>";
    let error = ProblemDetails::from_xml(xml.as_bytes()).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), r#"the entity "\u{202e}\n" is not predefined in XML"#);
    let xml = "<problem xmlns='urn:ietf:rfc:7807'><a></\u{202e}\nb></problem>";
    let error = ProblemDetails::from_xml(xml.as_bytes()).unwrap_err();
    assert_eq!(
        error.source().unwrap().to_string(),
        r"ill-formed document: expected `</a>`, but `</\u{202e}\nb>` was found, at byte 38"
    );
}

#[test]
fn types_are_compared_after_resolution() {
    let url = "https://e.org/v1/vaults";
    let typed = |type_uri: &str, url| {
        let body = format!(r#"{{"type":"{type_uri}","limit":3}}"#);
        let response = response(403, PROBLEM, "").map(|_| Bytes::from(body));
        CallError::<Quota>::from_response(response, url).typed().is_some()
    };
    for (type_uri, without, with) in [
        ("https://e.org/v1/quota", true, true),
        ("HTTPS://E.ORG/v1/quota", true, true),
        ("https://e.org/v1/quota#", false, false),
        ("https://e.org/v1/Quota", false, false),
        ("quota", false, true),
        ("/v1/quota", false, true),
        ("//E.org/v1/quota", false, true),
        ("./quota", false, true),
        ("relative", true, true),
        ("./relative", false, true),
        ("https://e.org/v1/relative", false, true),
        ("https://e.org/v2/relative", false, false),
    ] {
        assert_eq!((typed(type_uri, None), typed(type_uri, Some(url))), (without, with), "{type_uri}");
        let details =
            ProblemDetails::new(StatusCode::FORBIDDEN).with_type(type_uri).with_extension("limit", &3);
        assert_eq!(Quota::try_from(details.clone()).is_ok(), without, "{type_uri}");
        assert_eq!(Quota::try_from(details.resolve(url)).is_ok(), with, "{type_uri}");
    }
}

#[derive(Clone, Debug, PartialEq, FromProblem)]
enum OneUrl {
    #[problem(type = "/p")]
    Relative,
    #[problem(type = "https://e.org/p")]
    Absolute,
    #[problem(type = "urn:x:instance")]
    Instance {
        #[problem(instance)]
        instance: String,
    },
}

#[test]
fn the_order_of_members_and_the_number_of_steps_make_no_difference() {
    let url = "https://e.org/x";
    for (type_uri, without, with) in
        [("/p", OneUrl::Relative, OneUrl::Relative), ("https://e.org/p", OneUrl::Absolute, OneUrl::Relative)]
    {
        for body in [format!(r#"{{"type":"{type_uri}"}}"#), format!(r#"{{"title":"T","type":"{type_uri}"}}"#)]
        {
            let call = |url| {
                let response = response(403, PROBLEM, "").map(|_| Bytes::from(body.clone()));
                CallError::<OneUrl>::from_response(response, url)
            };
            assert_eq!(call(None).typed(), Some(&without), "{body}");
            assert_eq!(call(Some(url)).typed(), Some(&with), "{body}");
            let details = ProblemDetails::from_json(body.as_bytes()).unwrap().resolve(url);
            assert_eq!(OneUrl::from_problem(details), Ok(with.clone()), "{body}");
        }
    }
}

/// An empty type would refer to the URL of the response itself, but an absent type does not.
#[test]
fn a_type_that_is_absent_is_not_resolved() {
    let url = "https://e.org/p";
    for body in [r#"{"status":403}"#, r#"{"type":null}"#, "{}"] {
        let error = CallError::<OneUrl>::from_response(response(403, PROBLEM, body), Some(url));
        let CallError::Untyped(details) = error else { panic!("{body}: {error:?}") };
        assert_eq!(details.type_uri(), "about:blank", "{body}");
    }
    let empty = CallError::<OneUrl>::from_response(response(403, PROBLEM, r#"{"type":""}"#), Some(url));
    assert_eq!(empty.typed(), Some(&OneUrl::Relative));
}

#[test]
fn a_field_holds_the_instance_as_it_was_sent() {
    let body = r#"{"type":"urn:x:instance","instance":"5"}"#;
    let sent = OneUrl::Instance { instance: "5".to_owned() };
    for url in [None, Some("https://e.org/v1/x")] {
        let error = CallError::<OneUrl>::from_response(response(403, PROBLEM, body), url);
        assert_eq!(error.typed(), Some(&sent));
    }
    let details = ProblemDetails::from_json(body.as_bytes()).unwrap().resolve("https://e.org/v1/x");
    assert_eq!(details.instance(), Some("https://e.org/v1/5"));
    assert_eq!(OneUrl::try_from(details.clone()), Ok(sent));
    let other = details.with_instance("/6");
    assert_eq!(OneUrl::try_from(other), Ok(OneUrl::Instance { instance: "/6".to_owned() }));
}

/// RFC 9457 ignores a standard member of the wrong type, so only the body has it.
#[test]
fn every_response_keeps_its_body() {
    let body = Bytes::from_static(br#"{"type":"maintenance","title":"T","detail":["one","two"],"a":1}"#);
    let received = |content_type| response(503, content_type, "").map(|_| body.clone());
    let untyped = CallError::<Quota>::from_response(received(PROBLEM), Some("https://e.org/v1/x"));
    assert!(matches!(&untyped, CallError::Untyped(details) if details.detail().is_none()));
    let typed = CallError::<ProblemDetails>::from_response(received(PROBLEM), None);
    assert!(matches!(&typed, CallError::Typed(details, _) if details.detail().is_none()));
    let no_problem = CallError::<Quota>::from_response(received("application/json"), None);
    assert!(matches!(&no_problem, CallError::NoProblem(_, ReadError::MediaType(_))));
    let unlabelled = CallError::<Quota>::from_unlabelled_response(received("application/json"), None);
    assert!(matches!(&unlabelled, CallError::Untyped(_)));
    for kept in [untyped.body(), typed.body(), no_problem.body(), unlabelled.body()] {
        assert_eq!(kept, Some(&body));
        assert_eq!(kept.unwrap().as_ptr(), body.as_ptr(), "it is shared, not copied");
    }

    assert_eq!(CallError::<Quota>::transport("cable cut").body(), None);
    let details = ProblemDetails::from_response(&received(PROBLEM)).unwrap();
    assert_eq!(CallError::<Quota>::Untyped(details).body(), None);
    let details = ProblemDetails::new(StatusCode::NOT_FOUND);
    assert_eq!(CallError::<Quota>::Untyped(details).body(), None);
}

#[test]
fn the_details_show_nothing_of_the_body_that_they_keep() {
    let received = response(503, PROBLEM, r#"{"title":"T","detail":["one","two"],"a":1}"#);
    let without = ProblemDetails::from_response(&received).unwrap();
    let CallError::Untyped(with) = CallError::<Quota>::from_response(received, None) else { panic!() };
    assert_eq!(with, without);
    assert_eq!(with.to_string(), "503 T");
    assert_eq!(format!("{with:?}"), format!("{without:?}"));
    let json = r#"{"title":"T","status":503,"a":1}"#;
    assert_eq!(serde_json::to_string(&with).unwrap(), json);
    let sent = with.clone().forwarding(&[]).to_response();
    assert_eq!(sent.body(), &without.forwarding(&[]).to_json());
    assert!(!sent.body().windows(3).any(|bytes| bytes == b"two"));
    assert_eq!(with.to_json(), Report::internal("x").to_json());
}

/// An impl that does not keep its contract loses the header fields, but not the body.
#[test]
fn the_body_does_not_depend_on_the_details_that_an_impl_returns() {
    #[derive(Debug)]
    struct Never;
    impl FromProblem for Never {
        fn from_problem(_: ProblemDetails) -> Result<Self, ProblemDetails> {
            Err(ProblemDetails::new(StatusCode::GONE))
        }
    }
    let error = CallError::<Never>::from_response(response(503, PROBLEM, "{}"), None);
    assert_eq!(error.body().unwrap(), "{}");
    assert_eq!((error.status(), error.headers().unwrap().len()), (None, 0));
    assert_eq!(error.to_string(), "410 Gone");
}

#[test]
fn the_error_is_not_large() {
    assert!(size_of::<CallError<ProblemDetails>>() <= 64, "{}", size_of::<CallError<ProblemDetails>>());
}

#[test]
fn accept_problems_adds_its_media_type_at_the_end() {
    for (present, expected) in [
        (&[][..], "*/*, application/problem+json"),
        (&["application/json"], "application/json, application/problem+json"),
        (
            &["text/html;q=0.5", "application/json"],
            "text/html;q=0.5, application/json, application/problem+json",
        ),
        (&[""], "application/problem+json"),
        (&[" "], " application/problem+json"),
        (&["Application/Problem+JSON;q=0.1, */*"], "Application/Problem+JSON;q=0.1, */*"),
        (&["*/*", "application/problem+json"], "*/*|application/problem+json"),
        (&["*/*, application/problem+json ;q=0.1"], "*/*, application/problem+json ;q=0.1"),
        (&["application/problem+json-seq"], "application/problem+json-seq, application/problem+json"),
    ] {
        let mut headers = HeaderMap::new();
        for value in present {
            headers.append(ACCEPT, HeaderValue::from_static(value));
        }
        accept_problems(&mut headers);
        let accept: Vec<_> = headers.get_all(ACCEPT).iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(accept.join("|"), expected);
    }
}
