//! Tests that a problem from another service is sent as a plain 500, unless it is forwarded.

use bytes::Bytes;
use http::header::{ACCEPT, HeaderMap, HeaderValue, RETRY_AFTER, SERVER, WWW_AUTHENTICATE};
use http::{Method, Response, StatusCode};
use problem_core::client::CallError;
use problem_core::{FromProblem, Problem, ProblemDetails, Report};
use problem_tests::{body, wire};
use std::error::Error;
use std::sync::Arc;

/// A secret in every place that an upstream can fill.
const CANARY: &str = "c4n4ry";

const URL: &str = "http://svc:c4n4ry-pw@c4n4ry-host.internal:8080/c4n4ry-path?api_key=c4n4ry-key";

fn json() -> String {
    let detail = "db c4n4ry-detail is down";
    format!(
        r##"{{"type":"#c4n4ry-type","title":"c4n4ry-title","status":401,"detail":"{detail}","instance":"#c4n4ry-instance","c4n4ry":1,"debug":{{"stack":"c4n4ry-stack"}}}}"##
    )
}

fn xml() -> String {
    let members = "<type>#c4n4ry-type</type><title>c4n4ry-title</title><status>401</status>\
        <detail>db c4n4ry-detail is down</detail><instance>#c4n4ry-instance</instance><debug>c4n4ry-stack</debug>";
    format!("<problem xmlns='urn:ietf:rfc:7807'>{members}</problem>")
}

fn response(content_type: &str, body: String) -> Response<Bytes> {
    Response::builder()
        .status(401)
        .header("content-type", content_type)
        .header(WWW_AUTHENTICATE, "Basic realm=\"c4n4ry-realm\"")
        .header(RETRY_AFTER, "120")
        .header(SERVER, "c4n4ry-server")
        .body(body.into())
        .unwrap()
}

fn json_response() -> Response<Bytes> {
    response("application/problem+json", json())
}

fn received() -> ProblemDetails {
    ProblemDetails::from_response(&json_response()).unwrap()
}

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
enum GatewayError {
    #[error("no order")]
    #[problem(type = "/problems/no-order", status = 404)]
    NoOrder,
    #[error("upstream: {0}")]
    #[problem(other)]
    Other(#[source] ProblemDetails),
}

#[derive(Debug, thiserror::Error, Problem)]
enum OuterError {
    #[error(transparent)]
    #[problem(transparent)]
    Inner(#[from] InnerError),
}

#[derive(Debug, thiserror::Error, Problem)]
enum InnerError {
    #[error(transparent)]
    #[problem(transparent)]
    Upstream(Box<ProblemDetails>),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("billing: {0}")]
#[problem(transparent)]
struct Billing(#[source] ProblemDetails);

/// Returns a received problem for each way to read one.
fn ways_to_read() -> Vec<(&'static str, ProblemDetails)> {
    let untyped = |url| match CallError::<InnerOnly>::from_response(json_response(), url) {
        CallError::Untyped(details) => details,
        error => panic!("{error:?}"),
    };
    let typed = CallError::<ProblemDetails>::from_response(json_response(), Some(URL));
    let kept = typed.details().unwrap();
    let CallError::Typed(typed, _) = typed else { panic!("{typed:?}") };
    let nested = format!(r#"{{"inner":{}}}"#, json());
    vec![
        ("from_json", ProblemDetails::from_json(json().as_bytes()).unwrap()),
        ("from_xml", ProblemDetails::from_xml(xml().as_bytes()).unwrap()),
        ("from_response", received()),
        (
            "from_response, XML",
            ProblemDetails::from_response(&response("application/problem+xml", xml())).unwrap(),
        ),
        ("Deserialize", serde_json::from_str(&json()).unwrap()),
        ("Deserialize, a value", serde_json::from_value(serde_json::from_str(&json()).unwrap()).unwrap()),
        ("an extension", ProblemDetails::from_json(nested.as_bytes()).unwrap().extension("inner").unwrap()),
        ("untyped", untyped(None)),
        ("untyped, with a URL", untyped(Some(URL))),
        ("typed", typed),
        ("kept with a typed error", kept),
        ("given back", InnerOnly::from_problem(received()).unwrap_err()),
    ]
}

#[derive(Debug, FromProblem)]
#[problem(type = "urn:example:inner")]
struct InnerOnly;

/// Returns the problem after each change that does not forward it.
fn changes(details: &ProblemDetails) -> Vec<(&'static str, ProblemDetails)> {
    let details = || details.clone();
    vec![
        ("nothing", details()),
        ("clone", details().clone()),
        ("resolve", details().resolve(URL)),
        ("with_status", details().with_status(StatusCode::CONFLICT)),
        ("with_type", details().with_type("/problems/mine")),
        ("with_title", details().with_title("Mine")),
        ("with_detail", details().with_detail("mine")),
        ("with_instance", details().with_instance("/mine")),
        ("with_extension", details().with_extension("mine", &1)),
        ("with_header", details().with_header(SERVER, HeaderValue::from_static("mine"))),
        ("all of them", {
            let changed =
                details().resolve(URL).with_status(StatusCode::GONE).with_type("/m").with_title("M");
            changed.with_detail("m").with_instance("/m").with_extension("mine", &1).resolve(URL)
        }),
    ]
}

/// Returns the problem in each form in which it can be sent.
fn ways_to_send(details: &ProblemDetails) -> Vec<(&'static str, Box<dyn Problem + Send + Sync>)> {
    let details = || details.clone();
    let by_question_mark = || -> Result<(), Report> { Err(details())? };
    let anyhow = |error: anyhow::Error| Box::<dyn Problem + Send + Sync>::from(Report::from(error));
    vec![
        ("itself", Box::new(details())),
        ("boxed", Box::new(Box::new(details()))),
        ("shared", Box::new(Arc::new(details()))),
        ("other", Box::new(GatewayError::from_problem(details()).unwrap())),
        ("other, made", Box::new(GatewayError::Other(details()))),
        ("transparent", Box::new(InnerError::Upstream(Box::new(details())))),
        ("transparent, twice", Box::new(OuterError::from(InnerError::Upstream(details().into())))),
        ("a transparent struct", Box::new(Billing(details()))),
        ("Report", Report::from(details()).into()),
        ("Report by ?", by_question_mark().unwrap_err().into()),
        ("Report of other", Report::from(GatewayError::Other(details())).into()),
        ("Report::internal", Report::internal(details()).into()),
        ("anyhow", anyhow(anyhow::Error::new(details()))),
        ("anyhow, a context", anyhow(anyhow::anyhow!("no connection").context(details()))),
        ("anyhow, within", anyhow(anyhow::Error::new(details()).context("while charging"))),
        ("anyhow, a report", anyhow(anyhow::Error::new(Report::from(details())))),
        ("anyhow, a call", anyhow(anyhow::Error::new(CallError::<InnerOnly>::Untyped(details())))),
    ]
}

fn bodies(problem: &dyn Problem) -> Vec<Bytes> {
    let respond = |accept: &str| {
        let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_str(accept).unwrap())]);
        problem.respond_to(&Method::GET, &headers)
    };
    let responses = [
        problem.to_response(),
        respond("application/problem+json"),
        respond("application/problem+xml"),
        respond("text/html"),
    ];
    let heads = responses.iter().map(|response| format!("{} {:?}", response.status(), response.headers()));
    let heads: Vec<Bytes> = heads.map(Bytes::from).collect();
    let [json, negotiated, xml, html] = responses.map(Response::into_body);
    [heads, vec![json, negotiated, xml, html, problem.to_json(), problem.to_xml(), problem.to_html()]]
        .concat()
}

/// Returns the text for the log: the error and its sources, with `Display` and `Debug`.
fn log(error: &dyn Error) -> String {
    let sources = std::iter::successors(Some(error), |&error| error.source());
    sources.map(|error| format!("{error}\n{error:?}")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_received_problem_is_sent_as_a_plain_500_and_explained_in_the_log() {
    let plain = ProblemDetails::new(StatusCode::INTERNAL_SERVER_ERROR);
    for (read, details) in ways_to_read() {
        for (change, changed) in changes(&details) {
            for (sent, problem) in ways_to_send(&changed) {
                let name = format!("{read}, {change}, {sent}");
                assert_eq!(wire(&*problem), wire(&plain), "{name}");
                assert_eq!(bodies(&*problem), bodies(&plain), "{name}");
                assert_eq!(problem.http_status(), StatusCode::INTERNAL_SERVER_ERROR, "{name}");
                assert_eq!(problem.problem_type().type_uri(), "about:blank", "{name}");
                assert_eq!(problem.problem_type().title(), "Internal Server Error", "{name}");
                assert_eq!(problem.to_details(), plain.to_details(), "{name}");
                let log = log(&problem);
                for received in ["c4n4ry-title", "c4n4ry-detail"] {
                    let is_replaced = matches!(
                        (change, received),
                        ("all of them", _)
                            | ("with_title", "c4n4ry-title")
                            | ("with_detail", "c4n4ry-detail")
                    );
                    assert!(is_replaced || log.contains(received), "{name}: {log}");
                }
            }
        }
    }
}

#[test]
fn a_reader_sees_the_whole_problem() {
    let details = received();
    assert_eq!(details.type_uri(), "#c4n4ry-type");
    assert_eq!(details.title(), Some("c4n4ry-title"));
    assert_eq!(details.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(details.response_status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(details.detail(), Some("db c4n4ry-detail is down"));
    assert_eq!(details.instance(), Some("#c4n4ry-instance"));
    assert_eq!(details.extension(CANARY), Some(1));
    assert_eq!(details.headers()[SERVER], "c4n4ry-server");
    assert_eq!(details.to_string(), "401 c4n4ry-title: db c4n4ry-detail is down");
    assert!(format!("{details:?}").contains("c4n4ry-stack"));
    let sent = serde_json::to_value(&details).unwrap();
    assert_eq!(sent, serde_json::from_str::<serde_json::Value>(&json()).unwrap());
    assert_eq!(details, details.clone().forwarding(&[]));
    assert_eq!(GatewayError::from_problem(details).unwrap().to_string(), format!("upstream: {}", received()));
}

#[test]
fn a_forwarded_problem_is_sent_as_it_was_received() {
    let members = json().replace("401", "403");
    let response = |details: &ProblemDetails| {
        let response = details.to_response();
        let names = response.headers().keys().map(|name| name.as_str().to_owned()).collect::<Vec<_>>();
        (
            response.status().as_u16(),
            names.join(" "),
            String::from_utf8(response.into_body().to_vec()).unwrap(),
        )
    };
    // The order of the extension members is that of `serde_json::Map` in this build.
    let expected = |members: &str| {
        let details: ProblemDetails = serde_json::from_str(members).unwrap();
        serde_json::to_string(&details).unwrap()
    };
    let read = ProblemDetails::from_json(members.as_bytes()).unwrap();
    for details in [read.clone(), read.resolve(URL)] {
        let forwarded = details.clone().forwarding(&[]);
        assert_eq!(response(&forwarded), (403, "content-type".to_owned(), expected(&members)));
        // A change before or after `forwarding` has the same result, and a clone is also forwarded.
        let changed = details.with_detail("Try later.").forwarding(&[]);
        assert_eq!(body(&changed), body(&forwarded.clone().with_detail("Try later.")));
        assert!(body(&changed).contains(r#""detail":"Try later.""#));
        assert_eq!(wire(&GatewayError::Other(forwarded.clone())), wire(&forwarded));
        assert_eq!(wire(&*Report::from(forwarded.clone())), wire(&forwarded));
    }
    let with_headers = received().forwarding(&[WWW_AUTHENTICATE, RETRY_AFTER]);
    assert_eq!(
        response(&with_headers),
        (401, "content-type www-authenticate retry-after".to_owned(), expected(&json()))
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 502, expose, detail = "{0} {0:?}")]
struct Named(ProblemDetails, #[problem(extension = "upstream")] ProblemDetails);

#[test]
fn no_part_of_a_base_is_sent_or_serialised() {
    let secrets = ["c4n4ry-host", "c4n4ry-pw", "c4n4ry-path", "c4n4ry-key", "internal", "svc"];
    let relative = ["", "#quota", "quota", "/quota", "?quota", "//", "./", "../quota"];
    for reference in relative {
        let json = serde_json::json!({ "type": reference, "instance": reference, "status": 403 }).to_string();
        let made = ProblemDetails::new(StatusCode::FORBIDDEN).with_type(reference).with_instance(reference);
        let read = ProblemDetails::from_json(json.as_bytes()).unwrap().forwarding(&[]);
        // Without a title and a status, the problem is displayed as its type.
        let bare = serde_json::json!({ "type": reference, "instance": reference }).to_string();
        let bare = ProblemDetails::from_json(bare.as_bytes()).unwrap();
        for details in [made, read, bare] {
            let resolved = details.clone().resolve(URL);
            assert_eq!(bodies(&resolved), bodies(&details), "{reference:?}");
            assert_eq!(
                serde_json::to_string(&resolved).unwrap(),
                serde_json::to_string(&details).unwrap(),
                "{reference:?}"
            );
            for text in bodies(&resolved) {
                let text = String::from_utf8_lossy(&text);
                assert!(!secrets.iter().any(|secret| text.contains(secret)), "{reference:?}: {text}");
            }
            // An attribute that names the whole problem sends its `Display` and `Debug` texts and its members.
            let named = Named(resolved.clone(), resolved.clone());
            for text in [resolved.to_string(), format!("{resolved:?}"), body(&named)] {
                assert!(!secrets.iter().any(|secret| text.contains(secret)), "{reference:?}: {text}");
            }
        }
    }
}

#[test]
fn a_member_that_is_set_after_resolution_counts() {
    let read = || ProblemDetails::from_json(br##"{"type":"#quota","instance":"#1","status":403}"##).unwrap();
    let resolved = read().resolve("https://e.org/a/b");
    assert_eq!(resolved.type_uri(), "https://e.org/a/b#quota");
    assert_eq!(resolved.instance(), Some("https://e.org/a/b#1"));

    let changed = resolved.with_type("/problems/mine").with_instance("/mine").forwarding(&[]);
    assert_eq!((changed.type_uri(), changed.instance()), ("/problems/mine", Some("/mine")));
    assert_eq!(changed.to_details().type_uri(), "/problems/mine");
    assert_eq!(changed.to_details().instance(), Some("/mine"));
    // Only the first URL counts.
    let again = changed.resolve("https://e.org/a/b").resolve("https://example.com/");
    assert_eq!(
        (again.type_uri(), again.instance()),
        ("https://e.org/problems/mine", Some("https://e.org/mine"))
    );
    assert_eq!(again.to_details().type_uri(), "/problems/mine");
    let late = ProblemDetails::new(StatusCode::GONE).resolve("https://e.org/a/").with_type("u");
    let late = late.resolve("https://example.com/");
    assert_eq!(late.type_uri(), "https://e.org/a/u");
    assert!(Relative::from_problem(late).is_ok());
}

#[derive(Debug, FromProblem)]
#[problem(type = "u")]
struct Relative;

/// Problems that did not come from another service are sent unchanged.
#[test]
fn a_problem_of_the_service_itself_is_sent_unchanged() {
    let made = ProblemDetails::new(StatusCode::CONFLICT)
        .with_type("/problems/mine")
        .with_detail("mine")
        .with_instance("/mine")
        .with_extension("mine", &1);
    let expected = r#"{"type":"/problems/mine","title":"Conflict","status":409,"detail":"mine","instance":"/mine","mine":1}"#;
    assert_eq!(body(&made), expected);
    let error = GatewayError::NoOrder;
    for (problem, details) in [(&made as &dyn Problem, made.to_details()), (&error, error.to_details())] {
        assert_eq!(wire(&details), wire(problem));
        assert_eq!(wire(&details.to_details()), wire(problem));
        assert_eq!(wire(&GatewayError::Other(details.clone())), wire(problem));
        assert_eq!(wire(&*Report::from(details)), wire(problem));
    }
}
