//! What the layer does with each kind of response, in process.

use axum::Router;
use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::get as get_route;
use bytes::Bytes;
use expect_test::expect;
use http::header::{
    ACCEPT, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue,
};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, StreamBody};
use problem_core::axum_08::Json;
use problem_core::layer::{ProblemBody, ProblemLayer, Rejected};
use problem_core::{Problem, ProblemDetails, Report};
use problem_edge::{QuotaUsedUp, silence_panics, wire};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::convert::Infallible;
use std::future::ready;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use tower::{Layer, ServiceExt, service_fn};

type Answer = Response<ProblemBody<Body>>;

/// Sends a request to a service that has one response, behind a layer.
async fn respond(layer: &ProblemLayer, request: Request<Body>, response: Response<Body>) -> Answer {
    let mut response = Some(response);
    let service = service_fn(move |_| ready(Ok::<_, Infallible>(response.take().expect("one request"))));
    layer.layer(service).oneshot(request).await.expect("it is infallible")
}

/// Sends a GET, and writes down what comes out.
async fn send(layer: &ProblemLayer, accept: &str, response: Response<Body>) -> String {
    wire(respond(layer, get(accept), response).await).await
}

fn get(accept: &str) -> Request<Body> {
    Request::get("/vaults?page=2").header(ACCEPT, accept).body(Body::empty()).unwrap()
}

fn text(status: u16, text: impl Into<Body>) -> Response<Body> {
    let response = Response::builder().status(status).header(CONTENT_TYPE, "text/plain; charset=utf-8");
    response.body(text.into()).unwrap()
}

fn report() -> Response<Body> {
    Report::from(QuotaUsedUp { limit: 3 }).into_http_response().map(Body::from)
}

fn bare() -> Response<Body> {
    QuotaUsedUp { limit: 3 }.to_response().map(Body::from)
}

fn empty(status: u16) -> Response<Body> {
    Response::builder().status(status).body(Body::empty()).unwrap()
}

const ANY: &str = "*/*";
const XML: &str = "application/problem+xml";

/// The problem of `report` and `bare`, which passes.
const QUOTA_IN_JSON: &str = concat!(
    "403\ncontent-type: application/problem+json\nvary: Accept\nx-limit: 3\n\n",
    r#"{"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3}"#,
);

/// The same problem, written again.
const QUOTA_IN_XML: &str = concat!(
    "403\ncontent-length: 198\ncontent-type: application/problem+xml\nvary: Accept\nx-limit: 3\n\n",
    r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807"><type>/quota</type>"#,
    "<title>Quota Used Up</title><status>403</status><detail>No more than 3.</detail><limit>3</limit></problem>",
);

#[tokio::test]
async fn a_report_is_rendered_in_the_format_of_the_request() {
    let layer = ProblemLayer::new();
    assert_eq!(send(&layer, ANY, report()).await, QUOTA_IN_JSON);
    assert_eq!(send(&layer, XML, report()).await, QUOTA_IN_XML);
    let several = Request::get("/").header(ACCEPT, "image/png").header(ACCEPT, "application/problem+xml");
    let several = respond(&layer, several.body(Body::empty()).unwrap(), report()).await;
    assert_eq!(several.headers()[CONTENT_TYPE], XML);
    let page = respond(&layer, get("text/html"), report()).await;
    assert_eq!(page.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
    assert_eq!(page.headers()["x-limit"], "3");
    assert!(page.extensions().get::<Report>().is_some());
}

#[tokio::test]
async fn the_status_code_of_the_response_wins() {
    let layer = ProblemLayer::new();
    let with_status = |status, mut response: Response<Body>| {
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        response
    };
    expect![[r#"
        418
        content-length: 91
        content-type: application/problem+json
        vary: Accept
        x-limit: 3

        {"type":"/quota","title":"Quota Used Up","status":418,"detail":"No more than 3.","limit":3}"#]]
    .assert_eq(&send(&layer, ANY, with_status(418, report())).await);
    let missing =
        Report::from(ProblemDetails::new(StatusCode::NOT_FOUND)).into_http_response().map(Body::from);
    expect![[r#"
        410
        content-length: 101
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Gone","status":410,"detail":"The resource has been removed for good."}"#]]
    .assert_eq(&send(&layer, ANY, with_status(410, missing)).await);
    // A success that carries an error is still a success.
    expect![[r#"
        200
        content-type: application/problem+json
        x-limit: 3

        {"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3}"#]]
    .assert_eq(&send(&layer, XML, with_status(200, report())).await);
}

#[tokio::test]
async fn only_the_header_fields_that_describe_the_old_body_are_removed() {
    let mut response = text(400, "no");
    let fields = [
        "accept-ranges",
        "age",
        "allow",
        "cache-control",
        "content-disposition",
        "content-language",
        "content-length",
        "content-location",
        "content-range",
        "content-digest",
        "digest",
        "etag",
        "last-modified",
        "link",
        "location",
        "repr-digest",
        "retry-after",
        "set-cookie",
        "trailer",
        "transfer-encoding",
        "www-authenticate",
    ];
    for field in fields {
        response.headers_mut().append(HeaderName::from_static(field), HeaderValue::from_static("x"));
        response.headers_mut().append(HeaderName::from_static(field), HeaderValue::from_static("y"));
    }
    response.headers_mut().insert("vary", HeaderValue::from_static("Origin"));
    expect![[r#"
        400
        age: x
        age: y
        allow: x
        allow: y
        cache-control: x
        cache-control: y
        content-length: 71
        content-type: application/problem+json
        link: x
        link: y
        location: x
        location: y
        retry-after: x
        retry-after: y
        set-cookie: x
        set-cookie: y
        vary: Origin, Accept
        www-authenticate: x
        www-authenticate: y

        {"type":"about:blank","title":"Bad Request","status":400,"detail":"no"}"#]]
    .assert_eq(&send(&ProblemLayer::new(), ANY, response).await);
}

#[tokio::test]
async fn a_bare_problem_is_read_only_if_the_request_or_the_layer_asks_for_it() {
    let layer = ProblemLayer::new();
    assert_eq!(send(&layer, ANY, bare()).await, QUOTA_IN_JSON);
    assert_eq!(send(&layer, XML, bare()).await, QUOTA_IN_XML);
    expect![[r#"
        403
        content-length: 104
        content-type: application/problem+json
        vary: Accept
        x-limit: 3

        {"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3,"added":true}"#]].assert_eq(&send(&with_member(), ANY, bare()).await);
    // Its status code, too, is that of the response.
    let mut other_status = bare();
    *other_status.status_mut() = StatusCode::CONFLICT;
    expect![[r#"
        409
        content-length: 104
        content-type: application/problem+json
        vary: Accept
        x-limit: 3

        {"type":"/quota","title":"Quota Used Up","status":409,"detail":"No more than 3.","limit":3,"added":true}"#]].assert_eq(&send(&with_member(), ANY, other_status).await);
}

fn with_member() -> ProblemLayer {
    ProblemLayer::new().enrich(|_, extra| {
        extra.member("added", &true);
    })
}

#[tokio::test]
async fn a_bare_problem_that_is_invalid_or_too_long_passes() {
    let labelled = |body: String| {
        let response = Response::builder().status(400).header(CONTENT_TYPE, "application/problem+json");
        response.body(Body::from(body)).unwrap()
    };
    let invalid = send(&with_member(), ANY, labelled("{".to_owned())).await;
    assert_eq!(invalid, "400\ncontent-type: application/problem+json\nvary: Accept\n\n{");
    let filler = "x".repeat(64 * 1024);
    let long = format!(r#"{{"detail":"{filler}"}}"#);
    assert_eq!(
        send(&with_member(), ANY, labelled(long.clone())).await,
        format!("400\ncontent-type: application/problem+json\nvary: Accept\n\n{long}"),
    );
}

#[tokio::test]
async fn the_text_of_a_rejection_is_its_detail() {
    let layer = ProblemLayer::new();
    expect![[r#"
        422
        content-length: 99
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"\"size\" is\nmissing"}"#]].assert_eq(&send(&layer, ANY, text(422, "  \"size\" is\nmissing ")).await);
    expect![[r#"
        422
        content-length: 145
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"The content of the request is well formed but cannot be processed."}"#]].assert_eq(&send(&ProblemLayer::new().terse(), ANY, text(422, "size: expected u8")).await);
    // None of these is a text that a detail could be.
    for body in [&b""[..], b" \n", b"\xff"] {
        assert_eq!(send(&layer, ANY, text(404, body)).await, send(&layer, ANY, empty(404)).await, "{body:?}");
    }
}

#[tokio::test]
async fn the_text_of_a_failure_is_only_for_the_log() {
    let response = respond(&ProblemLayer::new(), get(ANY), text(503, "secret")).await;
    let report = response.extensions().get::<Report>().unwrap().clone();
    assert_eq!(report.to_string(), "secret");
    assert!(report.downcast_ref::<Rejected>().is_some());
    expect![[r#"
        503
        content-length: 120
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The service is not available at the moment."}"#]].assert_eq(&wire(response).await);
}

#[tokio::test]
async fn a_text_of_more_than_8_kib_passes() {
    let fits = "x".repeat(8 * 1024);
    let problem = send(&ProblemLayer::new(), ANY, text(400, fits.clone())).await;
    assert!(problem.ends_with(&format!(r#""status":400,"detail":"{fits}"}}"#)));
    let long = "x".repeat(8 * 1024 + 1);
    let passed = send(&ProblemLayer::new(), ANY, text(400, long.clone())).await;
    assert_eq!(passed, format!("400\ncontent-type: text/plain; charset=utf-8\n\n{long}"));
    // A stream does not say how long it is.
    let chunks = futures_util::stream::iter([Ok::<_, Infallible>(http_body::Frame::data("no".into()))]);
    let stream = Body::new(StreamBody::new(chunks));
    let passed = send(&ProblemLayer::new(), ANY, text(400, stream)).await;
    assert_eq!(passed, "400\ncontent-type: text/plain; charset=utf-8\n\nno");
}

#[tokio::test]
async fn what_the_application_chose_to_send_passes() {
    let layer = with_member();
    for (status, media_type) in [
        (409, "application/json"),
        (409, "text/html"),
        (502, "text/event-stream"),
        (404, "application/octet-stream"),
        (200, "application/problem+json"),
        (302, "text/plain"),
        (400, "application/grpc+proto"),
    ] {
        let own = Response::builder().status(status).header(CONTENT_TYPE, media_type);
        let sent = send(&layer, XML, own.body(Body::from("own")).unwrap()).await;
        assert_eq!(sent, format!("{status}\ncontent-type: {media_type}\n\nown"));
    }
    let unlabelled = Response::builder().status(404).body(Body::from("own")).unwrap();
    assert_eq!(send(&layer, XML, unlabelled).await, "404\n\nown");

    let mut encoded = report();
    encoded.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    let body = QuotaUsedUp { limit: 3 }.to_json();
    let head = "403\ncontent-encoding: gzip\ncontent-type: application/problem+json\nx-limit: 3\n\n";
    assert_eq!(send(&layer, XML, encoded).await, format!("{head}{}", String::from_utf8_lossy(&body)));

    // A handler may replace the body of an error that axum has rendered.
    let mut replaced = report();
    replaced.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/csv"));
    assert_eq!(
        send(&layer, XML, replaced).await,
        format!("403\ncontent-type: text/csv\nx-limit: 3\n\n{}", String::from_utf8_lossy(&body)),
    );
}

#[tokio::test]
async fn grpc_passes() {
    let request = || Request::post("/").header(CONTENT_TYPE, "application/grpc").body(Body::empty()).unwrap();
    for status in [404, 500] {
        let passed = respond(&with_member(), request(), empty(status)).await;
        assert_eq!(wire(passed).await, format!("{status}\n\n"));
    }
    // The name only begins like that of gRPC.
    let other = Request::post("/").header(CONTENT_TYPE, "application/grpcx").body(Body::empty()).unwrap();
    let answer = respond(&ProblemLayer::new(), other, empty(404)).await;
    assert_eq!(wire(answer).await, send(&ProblemLayer::new(), ANY, empty(404)).await);
    let mut failed = empty(500);
    failed.headers_mut().insert("grpc-status", HeaderValue::from_static("13"));
    assert_eq!(send(&with_member(), ANY, failed).await, "500\ngrpc-status: 13\n\n");
}

#[tokio::test]
async fn members_are_added_after_those_of_the_problem_which_win() {
    let layer = ProblemLayer::new()
        .enrich(|_, extra| {
            extra.member("limit", &"lost");
            extra.member("first", &1);
            extra.member("status", &200);
            extra.member("none", &None::<u8>);
            extra.member("a\"b\\c\u{1}", &"escaped");
            extra.member("a\"b\\c\u{1}", &"lost");
        })
        .enrich(|_, extra| {
            extra.member("first", &2);
            extra.member("nested", &[Some("x"), None]);
        });
    expect![[r#"
        403
        content-length: 147
        content-type: application/problem+json
        vary: Accept
        x-limit: 3

        {"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3,"first":1,"a\"b\\c\u0001":"escaped","nested":["x",null]}"#]].assert_eq(&send(&layer, ANY, report()).await);
    expect![[r#"
        404
        content-length: 171
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address.","limit":"lost","first":1,"a\"b\\c\u0001":"escaped","nested":["x",null]}"#]].assert_eq(&send(&layer, ANY, empty(404)).await);
    let many = ProblemLayer::new().enrich(|_, extra| {
        for index in 0..40 {
            extra.member(&format!("m{}", index % 20), &index);
        }
    });
    let sent = send(&many, ANY, empty(404)).await;
    let (_, body) = sent.split_once("\n\n").unwrap();
    let added: Vec<_> = (0..20).map(|index| format!(r#","m{index}":{index}"#)).collect();
    let added = added.concat();
    let start = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address.""#;
    assert_eq!(body, format!("{start}{added}}}"));
}

#[tokio::test]
async fn an_instance_is_added_to_a_problem_that_has_none() {
    let layer = ProblemLayer::new().enrich(|request, extra| {
        extra.instance(request.uri().to_string());
    });
    expect![[r#"
        404
        content-length: 128
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address.","instance":"/vaults?page=2"}"#]].assert_eq(&send(&layer, ANY, empty(404)).await);
    let own = ProblemDetails::new(StatusCode::GONE).with_instance("/own");
    let own = Report::from(own).into_http_response().map(Body::from);
    expect![[r#"
        410
        content-length: 119
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Gone","status":410,"detail":"The resource has been removed for good.","instance":"/own"}"#]].assert_eq(&send(&layer, ANY, own).await);
    let invalid = ProblemLayer::new().enrich(|_, extra| {
        extra.instance("not a URI");
    });
    expect![[r#"
        404
        content-length: 100
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#]].assert_eq(&send(&invalid, ANY, empty(404)).await);
}

#[tokio::test]
async fn a_closure_sees_the_request_and_the_header_fields_that_were_named() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let layer =
        ProblemLayer::new().keep_header(HeaderName::from_static("x-shard")).enrich(move |request, _| {
            let tenant = request.extensions().get::<&str>().copied();
            let fields =
                request.headers().iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
            sink.lock().unwrap().push((
                request.method().clone(),
                request.uri().clone(),
                tenant,
                fields.collect::<Vec<_>>(),
            ));
        });
    let request = Request::delete("/vaults?page=2")
        .header("x-shard", "1")
        .header("x-shard", "2")
        .header("cookie", "secret");
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert("acme");
    respond(&layer, request, empty(404)).await;
    // A success is not enriched.
    respond(&layer, get(ANY), empty(200)).await;
    let expected = ("x-shard: 1".to_owned(), "x-shard: 2".to_owned());
    assert_eq!(
        *seen.lock().unwrap(),
        [(
            http::Method::DELETE,
            "/vaults?page=2".parse().unwrap(),
            Some("acme"),
            vec![expected.0, expected.1]
        )],
    );
}

#[tokio::test]
async fn ids_of_the_request_become_members() {
    let layer = ProblemLayer::new().request_id("x-request-id").trace_context();
    let request = |fields: &[(&str, &[u8])]| {
        let mut request = get(ANY);
        for (name, value) in fields {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            request.headers_mut().append(name, HeaderValue::from_bytes(value).unwrap());
        }
        request
    };
    let parent = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let both = request(&[("traceparent", parent), ("x-request-id", b"r-\"17\"")]);
    expect![[r#"
        404
        content-length: 170
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address.","request_id":"r-\"17\"","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}"#]].assert_eq(&wire(respond(&layer, both, empty(404)).await).await);
    let neither = request(&[("traceparent", b"secret"), ("x-request-id", b"\xff")]);
    expect![[r#"
        404
        content-length: 100
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#]].assert_eq(&wire(respond(&layer, neither, empty(404)).await).await);
}

#[tokio::test]
async fn the_instance_is_the_id_of_the_report() {
    let layer = ProblemLayer::new().instance_uuid();
    let first = respond(&layer, get(ANY), report()).await;
    let instance = |answer: String| {
        let (_, body) = answer.split_once("\n\n").unwrap();
        ProblemDetails::from_json(body.as_bytes()).unwrap().instance().unwrap().to_owned()
    };
    let kept = first.extensions().get::<Report>().unwrap().clone();
    let id = instance(wire(first).await);
    let digits = id.strip_prefix("urn:uuid:").unwrap();
    let lengths: Vec<_> = digits.split('-').map(str::len).collect();
    assert_eq!(lengths, [8, 4, 4, 4, 12]);
    assert_eq!(&digits[14..15], "4", "a random UUID");
    // Every clone of the report has the same id, and another report another one.
    let again = kept.into_http_response().map(Body::from);
    assert_eq!(instance(send(&layer, ANY, again).await), id);
    assert_ne!(instance(send(&layer, ANY, report()).await), id);
}

#[tokio::test]
async fn a_head_gets_the_header_fields_of_a_get() {
    let head = || Request::head("/").body(Body::empty()).unwrap();
    for layer in [ProblemLayer::new(), with_member()] {
        for response in [report as fn() -> _, || empty(404), bare] {
            let get = send(&layer, ANY, response()).await;
            let answer = wire(respond(&layer, head(), response()).await).await;
            let (expected, body) = get.split_once("\n\n").unwrap();
            let length = format!("content-length: {}\n", body.len());
            let without = |text: &str| text.replace(&length, "");
            assert_eq!(without(&answer), without(&format!("{expected}\n\n")));
            assert!(answer.contains(&length), "{answer}");
        }
    }
}

#[tokio::test]
async fn a_value_that_panics_while_it_is_serialised_leaves_nothing_behind() {
    struct Panics;
    impl Serialize for Panics {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            map.serialize_entry("half", &1)?;
            panic!("secret")
        }
    }
    silence_panics();
    let layer = ProblemLayer::new()
        .enrich(|_, extra| {
            extra.member("before", &1);
            extra.member("panics", &Panics);
        })
        .enrich(|_, extra| extra.member("after", &2));
    expect![[r#"
        404
        content-length: 121
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address.","before":1,"after":2}"#]].assert_eq(&send(&layer, ANY, empty(404)).await);
}

#[tokio::test]
async fn an_extension_of_the_request_may_panic_when_it_is_cloned() {
    struct Panics;
    impl Clone for Panics {
        fn clone(&self) -> Self {
            panic!("secret")
        }
    }
    silence_panics();
    let mut request = get(ANY);
    request.extensions_mut().insert(Panics);
    let answer = respond(&with_member(), request, empty(404)).await;
    assert_eq!(wire(answer).await, send(&ProblemLayer::new(), ANY, empty(404)).await);
}

#[tokio::test]
async fn a_title_that_was_not_declared_follows_the_status_code() {
    let bare = |body: &'static str| {
        let response = Response::builder().status(404).header(CONTENT_TYPE, "application/problem+json");
        response.body(Body::from(body)).unwrap()
    };
    for received in [r#"{"type":"/gone"}"#, r#"{"type":"/gone","status":403}"#] {
        let body = concat!(
            r#"{"type":"/gone","title":"Not Found","status":404,"#,
            r#""detail":"There is nothing at this address.","added":true}"#,
        );
        let head = "404\ncontent-length: 107\ncontent-type: application/problem+json\nvary: Accept";
        assert_eq!(send(&with_member(), ANY, bare(received)).await, format!("{head}\n\n{body}"));
    }
    let untitled = ProblemDetails::new(StatusCode::NOT_FOUND).with_type("/gone");
    let mut response = Report::from(untitled).into_http_response().map(Body::from);
    *response.status_mut() = StatusCode::CONFLICT;
    expect![[r#"
        409
        content-length: 121
        content-type: application/problem+json
        vary: Accept

        {"type":"/gone","title":"Conflict","status":409,"detail":"The request conflicts with the current state of the resource."}"#]].assert_eq(&send(&ProblemLayer::new(), ANY, response).await);
}

#[tokio::test]
async fn two_layers_add_the_members_of_both_in_every_format() {
    let inner = ProblemLayer::new().enrich(|_, extra| {
        extra.member("both", &"inner");
        extra.member("inner", &1);
        extra.instance("/inner");
    });
    let outer = ProblemLayer::new().enrich(|_, extra| {
        extra.member("both", &"outer");
        extra.member("outer", &2);
        extra.instance("/outer");
    });
    let json = format!(
        "403\ncontent-length: 146\ncontent-type: application/problem+json\nvary: Accept\nx-limit: 3\n\n{}",
        concat!(
            r#"{"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","#,
            r#""instance":"/inner","limit":3,"both":"inner","inner":1,"outer":2}"#,
        ),
    );
    assert_eq!(twice(&outer, &inner, ANY, report()).await, json);
    expect![[r#"
        403
        content-length: 275
        content-type: application/problem+xml
        vary: Accept
        x-limit: 3

        <?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807"><type>/quota</type><title>Quota Used Up</title><status>403</status><detail>No more than 3.</detail><instance>/inner</instance><limit>3</limit><both>inner</both><inner>1</inner><outer>2</outer></problem>"#]].assert_eq(&twice(&outer, &inner, XML, report()).await);
    let html = twice(&outer, &inner, "text/html", report()).await;
    let plain = ProblemLayer::new();
    // A layer that adds nothing leaves the response of the other one alone.
    assert_eq!(twice(&plain, &inner, XML, report()).await, send(&inner, XML, report()).await);
    assert_eq!(twice(&plain, &inner, "text/html", report()).await, send(&inner, "text/html", report()).await);
    assert_eq!(twice(&outer, &plain, "text/html", report()).await, send(&outer, "text/html", report()).await);
    assert_ne!(html, send(&inner, "text/html", report()).await);
}

async fn twice(outer: &ProblemLayer, inner: &ProblemLayer, accept: &str, response: Response<Body>) -> String {
    let within = respond(inner, get(accept), response).await.map(Body::new);
    send(outer, accept, within).await
}

#[tokio::test]
async fn no_text_of_a_server_error_leaves() {
    let layer = ProblemLayer::new();
    let expected = send(&layer, ANY, empty(500)).await;
    let unlabelled = || Response::builder().status(500).body(Body::from("secret")).unwrap();
    assert_eq!(send(&layer, ANY, unlabelled()).await, expected);
    assert_eq!(send(&layer, ANY, text(500, "secret ".repeat(10_000))).await, expected);
    let mut identity = text(500, "secret");
    identity.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("Identity"));
    assert_eq!(send(&layer, ANY, identity).await, expected);
    // A client cannot turn the layer off with a media type.
    for media_type in ["application/grpc", "application/grpc-web+proto", "application/grpcx"] {
        let request = Request::post("/").header(CONTENT_TYPE, media_type).body(Body::empty()).unwrap();
        assert_eq!(wire(respond(&layer, request, text(500, "secret")).await).await, expected);
        let request = Request::post("/").header(CONTENT_TYPE, media_type).body(Body::empty()).unwrap();
        assert_eq!(wire(respond(&layer, request, unlabelled()).await).await, expected);
    }
    // A rejection whose status code somebody changed is one of the server.
    let rejected = Report::from(Rejected::new(StatusCode::BAD_REQUEST, "secret")).into_http_response();
    let mut rejected = rejected.map(Body::from);
    *rejected.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    assert_eq!(send(&layer, ANY, rejected).await, expected);
}

#[tokio::test]
async fn terse_keeps_only_the_places_of_errors() {
    let terse = ProblemLayer::new().terse();
    let rejected = |body: &[u8]| Json::<Vec<u8>>::from_bytes(body).unwrap_err().into_response();
    expect![[r##"
        422
        content-length: 209
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"The content of the request is well formed but cannot be processed.","errors":[{"detail":"The value is not valid.","pointer":"#/1"}]}"##]].assert_eq(&send(&terse, ANY, rejected(b"[1,-1]")).await);
    expect![[r#"
        400
        content-length: 94
        content-type: application/problem+json
        vary: Accept

        {"type":"about:blank","title":"Bad Request","status":400,"detail":"The request is malformed."}"#]]
    .assert_eq(&send(&terse, ANY, rejected(b"[")).await);
}

#[tokio::test]
async fn an_instance_that_is_not_a_uri_reference_does_not_replace_one() {
    for invalid in ["a b", "/é", "http://[", "%zz", "", "/a|b"] {
        let layer = ProblemLayer::new()
            .enrich(|_, extra| extra.instance("/valid"))
            .enrich(move |_, extra| extra.instance(invalid));
        let sent = send(&layer, ANY, empty(404)).await;
        assert!(sent.ends_with(r#","instance":"/valid"}"#), "{sent}");
        let layer = ProblemLayer::new().instance_uuid().enrich(move |_, extra| extra.instance(invalid));
        assert!(send(&layer, ANY, empty(404)).await.contains(r#","instance":"urn:uuid:"#));
    }
}

#[tokio::test]
async fn the_language_of_a_problem_stays() {
    let german = || {
        let mut response = report();
        response.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static("de"));
        response
    };
    let page = respond(&ProblemLayer::new(), get("text/html"), german()).await;
    assert_eq!(page.headers()[CONTENT_LANGUAGE], "de");
    assert!(wire(page).await.contains(r#"<html lang="de">"#));
    let enriched = respond(&with_member(), get(ANY), german()).await;
    assert_eq!(enriched.headers()[CONTENT_LANGUAGE], "de");
}

#[tokio::test]
async fn a_body_that_never_ends_and_never_waits_becomes_a_problem() {
    /// A text that says that it is short.
    struct Endless;
    impl http_body::Body for Endless {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
            Poll::Ready(Some(Ok(http_body::Frame::data(Bytes::new()))))
        }

        fn size_hint(&self) -> http_body::SizeHint {
            http_body::SizeHint::with_exact(7)
        }
    }
    let layer = ProblemLayer::new();
    let expected = send(&layer, ANY, empty(400)).await;
    assert_eq!(send(&layer, ANY, text(400, Body::new(Endless))).await, expected);
}

#[tokio::test]
async fn a_response_without_room_for_another_header_field_is_still_a_problem() {
    let mut response = empty(404);
    let headers = response.headers_mut();
    let mut names = (0..).map(|number| HeaderName::from_bytes(format!("x-{number}").as_bytes()).unwrap());
    while headers.try_insert(names.next().unwrap(), HeaderValue::from(0)).is_ok() {}
    let answer = respond(&ProblemLayer::new(), get(ANY), response).await;
    assert_eq!(answer.headers()[CONTENT_TYPE], "application/problem+json");
}

#[tokio::test]
async fn an_empty_body_is_empty_whatever_its_media_type_is() {
    let expected = send(&ProblemLayer::new(), ANY, empty(416)).await;
    for media_type in ["text/x-rust", "application/json", "text/html"] {
        let mut response = empty(416);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        assert_eq!(send(&ProblemLayer::new(), ANY, response).await, expected, "{media_type}");
    }
    let mut labelled = empty(416);
    labelled.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    let enriched = send(&with_member(), ANY, labelled).await;
    assert_eq!(enriched, send(&with_member(), ANY, empty(416)).await);
}

#[tokio::test]
async fn a_text_in_another_charset_is_not_a_detail() {
    let layer = ProblemLayer::new();
    let in_charset = |media_type, body: &'static [u8]| {
        let response = Response::builder().status(400).header(CONTENT_TYPE, media_type);
        response.body(Body::from(body)).unwrap()
    };
    let standard = send(&layer, ANY, empty(400)).await;
    for charset in ["text/plain; charset=utf-16le", "text/plain;charset=\"ISO-8859-1\""] {
        assert_eq!(send(&layer, ANY, in_charset(charset, b"a\0b\0")).await, standard);
    }
    let expected = send(&layer, ANY, text(400, "no")).await;
    for media_type in ["Text/Plain", "text/plain ; CharSet=\"UTF-8\"", "text/plain;charset=us-ascii"] {
        assert_eq!(send(&layer, ANY, in_charset(media_type, b"no")).await, expected);
    }
    // A byte order mark is not a part of the text.
    assert_eq!(send(&layer, ANY, text(400, "\u{feff}no")).await, expected);
}

#[tokio::test]
async fn an_id_that_is_empty_or_not_single_is_left_out() {
    let layer = ProblemLayer::new().request_id("x-request-id").trace_context();
    let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let request = Request::get("/").header("x-request-id", "").header("traceparent", parent);
    let request = request.header("traceparent", parent).body(Body::empty()).unwrap();
    let answer = wire(respond(&layer, request, empty(404)).await).await;
    assert_eq!(answer, send(&ProblemLayer::new(), ANY, empty(404)).await);
}

/// A whole router of axum removes the body of the response to a HEAD before the layer sees it.
#[tokio::test]
async fn a_head_around_a_router_describes_what_a_get_gets() {
    let short = || Response::builder().status(400).body(Body::from("own")).unwrap();
    let long = || text(400, "x".repeat(9000));
    let router = Router::new()
        .route("/bare", get_route(async || bare()))
        .route("/short", get_route(async move || short()))
        .route("/long", get_route(async move || long()));
    for (layer, accept) in [(ProblemLayer::new(), ANY), (ProblemLayer::new(), XML), (with_member(), ANY)] {
        for path in ["/bare", "/short", "/long", "/nowhere"] {
            let answer = async |method: &str| {
                let request = Request::builder().method(method).uri(path).header(ACCEPT, accept);
                let request = request.body(Body::empty()).unwrap();
                layer.layer(router.clone()).oneshot(request).await.unwrap()
            };
            let mut get = answer("GET").await;
            let mut head = answer("HEAD").await;
            // The length may be left out, but it must not be wrong.
            let length = head.headers_mut().remove(CONTENT_LENGTH);
            let expected = get.headers_mut().remove(CONTENT_LENGTH);
            let got = get.headers().clone();
            let body = get.into_body().collect().await.unwrap().to_bytes();
            assert!(length.is_none_or(|length| length == body.len().to_string()), "{path} {accept}");
            assert!(expected.is_none_or(|length| length == body.len().to_string()), "{path} {accept}");
            assert_eq!(head.headers(), &got, "{path} {accept}");
            assert!(head.into_body().collect().await.unwrap().to_bytes().is_empty());
        }
    }
}

#[tokio::test]
async fn a_head_has_the_length_of_a_get_unless_a_text_is_missing() {
    let head = || Request::head("/").body(Body::empty()).unwrap();
    let cut = |status| text(status, "");
    for (layer, status, has_length) in [
        (ProblemLayer::new(), 400, false),
        (ProblemLayer::new().terse(), 400, true),
        (ProblemLayer::new(), 500, true),
    ] {
        let get = send(&layer, ANY, text(status, "no")).await;
        let answer = respond(&layer, head(), cut(status)).await;
        let (_, body) = get.split_once("\n\n").unwrap();
        let expected = has_length.then(|| HeaderValue::from(body.len()));
        assert_eq!(answer.headers().get(CONTENT_LENGTH), expected.as_ref(), "{layer:?} {status}");
    }
}
