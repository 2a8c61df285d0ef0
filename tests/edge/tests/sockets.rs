//! axum, warp and plain hyper behind the layer, over sockets, with both versions of HTTP.

use axum::Router;
use axum::routing::get;
use bytes::Bytes;
use http::header::{ALLOW, CONTENT_TYPE};
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use problem_core::layer::ProblemLayer;
use problem_core::{Problem, ProblemDetails, Report};
use problem_edge::{Client, QuotaUsedUp, Version, serve, wire};
use std::convert::Infallible;
use std::net::SocketAddr;
use tower::{Layer, ServiceBuilder, service_fn};
use warp::{Filter, Reply};

const QUOTA: QuotaUsedUp = QuotaUsedUp { limit: 3 };

fn axum_routes() -> Router {
    Router::new()
        .route("/vault", get(async || "vault"))
        .route("/quota", get(async || QUOTA))
        .route("/bare", get(async || QUOTA.to_response().map(axum::body::Body::from)))
        .route("/panic", get(async || -> &'static str { panic!("secret") }))
        .route("/text", get(async || (StatusCode::BAD_REQUEST, "not like this")))
}

async fn axum_service() -> SocketAddr {
    serve(axum_routes().layer(ProblemLayer::new())).await
}

async fn warp_service() -> SocketAddr {
    let routes = warp::path!("vault").and(warp::get()).map(|| "vault".into_response());
    let routes = routes
        .or(warp::path!("quota").map(|| QUOTA.into_response()))
        .or(warp::path!("bare").map(|| QUOTA.to_response()))
        .or(warp::path!("panic").map(|| -> warp::reply::Response { panic!("secret") }))
        .or(warp::path!("text").map(|| warp::reply::with_status("not like this", StatusCode::BAD_REQUEST)));
    serve(ProblemLayer::new().layer(warp::service(routes))).await
}

async fn hyper_service() -> SocketAddr {
    serve(ProblemLayer::new().layer(service_fn(handle))).await
}

async fn handle<B>(request: Request<B>) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = match (request.uri().path(), request.method()) {
        ("/vault", &Method::GET) => Response::new(Bytes::from_static(b"vault")),
        ("/vault", _) => {
            let report = Report::from(ProblemDetails::new(StatusCode::METHOD_NOT_ALLOWED));
            let mut response = report.into_http_response();
            response.headers_mut().insert(ALLOW, "GET,HEAD".parse().unwrap());
            response
        }
        ("/quota", _) => Report::from(QUOTA).into_http_response(),
        ("/bare", _) => QUOTA.to_response(),
        ("/panic", _) => panic!("secret"),
        ("/text", _) => {
            let response = Response::builder().status(400).header(CONTENT_TYPE, "text/plain");
            response.body(Bytes::from_static(b"not like this")).unwrap()
        }
        _ => ProblemDetails::new(StatusCode::NOT_FOUND).to_response(),
    };
    Ok(response.map(Full::new))
}

const JSON: &str = "application/json";
const XML: &str = "application/problem+xml";
const HTML: &str = "text/html";

/// Writes down the response to a GET with the problem `body` in a format.
fn expected(status: u16, content_type: &str, field: &str, body: &str) -> String {
    let (length, content_type) =
        (format!("content-length: {}", body.len()), format!("content-type: {content_type}"));
    let mut fields = [&*length, &content_type, "vary: Accept", field];
    fields.sort_unstable();
    let fields: Vec<_> = fields.into_iter().filter(|field| !field.is_empty()).collect();
    let fields = fields.join("\n");
    format!("{status}\n{fields}\n\n{body}")
}

/// What each service answers: the method and the path, and the response to it in JSON and in XML.
struct Case {
    method: Method,
    path: &'static str,
    status: u16,
    /// A header field that only this response has.
    field: &'static str,
    json: &'static str,
    xml: &'static str,
    /// The problem whose HTML page is expected.
    html: Report,
}

fn cases() -> Vec<Case> {
    let quota = |path| Case {
        method: Method::GET,
        path,
        status: 403,
        field: "x-limit: 3",
        json: r#"{"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3}"#,
        xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>/quota</type>\
            <title>Quota Used Up</title><status>403</status><detail>No more than 3.</detail><limit>3</limit>\
            </problem>",
        html: QUOTA.into(),
    };
    let blank = |status| Report::from(ProblemDetails::new(status));
    vec![
        Case {
            method: Method::GET,
            path: "/nowhere",
            status: 404,
            field: "",
            json: r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#,
            xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\">\
                <type>about:blank</type><title>Not Found</title><status>404</status>\
                <detail>There is nothing at this address.</detail></problem>",
            html: blank(StatusCode::NOT_FOUND),
        },
        quota("/quota"),
        quota("/bare"),
        Case {
            method: Method::GET,
            path: "/panic",
            status: 500,
            field: "",
            json: r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"The server met an unexpected condition."}"#,
            xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\">\
                <type>about:blank</type><title>Internal Server Error</title><status>500</status>\
                <detail>The server met an unexpected condition.</detail></problem>",
            html: blank(StatusCode::INTERNAL_SERVER_ERROR),
        },
    ]
}

/// The response to a method that the path does not support, with `Allow`.
fn wrong_method() -> Case {
    Case {
        method: Method::DELETE,
        path: "/vault",
        status: 405,
        field: "allow: GET,HEAD",
        json: r#"{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"The resource does not support the method of the request."}"#,
        xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\">\
            <type>about:blank</type><title>Method Not Allowed</title><status>405</status>\
            <detail>The resource does not support the method of the request.</detail></problem>",
        html: ProblemDetails::new(StatusCode::METHOD_NOT_ALLOWED).into(),
    }
}

async fn check(address: SocketAddr, cases: &[Case]) {
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        for case in cases {
            let page = String::from_utf8(case.html.to_html().to_vec()).unwrap();
            for (accept, content_type, body) in [
                (JSON, "application/problem+json", case.json),
                (XML, "application/problem+xml", case.xml),
                (HTML, "text/html; charset=utf-8", &*page),
            ] {
                let response = client.exchange(case.method.clone(), case.path, accept).await;
                let expected = expected(case.status, content_type, case.field, body);
                assert_eq!(wire(response).await, expected, "{version:?} {} {accept}", case.path);
                if case.method == Method::GET {
                    let (head, _) = expected.split_once("\n\n").unwrap();
                    let response = client.exchange(Method::HEAD, case.path, accept).await;
                    assert_eq!(
                        wire(response).await,
                        format!("{head}\n\n"),
                        "{version:?} {} {accept}",
                        case.path
                    );
                }
            }
        }
        // The connection goes on after all these errors.
        let vault = client.exchange(Method::GET, "/vault", JSON).await;
        assert_eq!((vault.status(), read(vault).await), (StatusCode::OK, "vault".into()));
    }
}

async fn read(response: Response<hyper::body::Incoming>) -> Bytes {
    response.into_body().collect().await.unwrap().to_bytes()
}

/// Checks that the response to a HEAD has no length, since the GET may have the text.
async fn check_head_of_text(address: SocketAddr) {
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        let get = client.exchange(Method::GET, "/text", JSON).await;
        let body = r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"not like this"}"#;
        assert_eq!(wire(get).await, expected(400, "application/problem+json", "", body), "{version:?}");
        for (accept, content_type) in
            [(JSON, "application/problem+json"), (XML, XML), (HTML, "text/html; charset=utf-8")]
        {
            let head = client.exchange(Method::HEAD, "/text", accept).await;
            let expected = format!("400\ncontent-type: {content_type}\nvary: Accept\n\n");
            assert_eq!(wire(head).await, expected, "{version:?} {accept}");
        }
        // A body that the client does not expect would be read as the start of this response.
        let vault = client.exchange(Method::GET, "/vault", JSON).await;
        assert_eq!((vault.status(), read(vault).await), (StatusCode::OK, "vault".into()));
    }
}

#[tokio::test]
async fn axum_answers_with_problems() {
    let mut cases = cases();
    cases.push(wrong_method());
    let address = axum_service().await;
    check(address, &cases).await;
    check_head_of_text(address).await;
}

#[tokio::test]
async fn the_layer_around_a_whole_router_does_the_same() {
    // Here, axum removes the body of the response to a HEAD before the layer sees it, and a bare problem stays JSON.
    let mut cases = cases();
    cases.retain(|case| case.path != "/bare");
    cases.push(wrong_method());
    let address = serve(ServiceBuilder::new().layer(ProblemLayer::new()).service(axum_routes())).await;
    check(address, &cases).await;
    check_head_of_text(address).await;
}

#[tokio::test]
async fn warp_answers_with_problems() {
    let address = warp_service().await;
    check(address, &cases()).await;
    check_head_of_text(address).await;

    // warp does not name the methods of the path, but its text says what is wrong.
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        let response = client.exchange(Method::DELETE, "/vault", JSON).await;
        let body = r#"{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"HTTP method not allowed"}"#;
        assert_eq!(wire(response).await, expected(405, "application/problem+json", "", body), "{version:?}");
    }
}

#[tokio::test]
async fn hyper_answers_with_problems() {
    let mut cases = cases();
    cases.push(wrong_method());
    let address = hyper_service().await;
    check(address, &cases).await;
    check_head_of_text(address).await;
}

#[tokio::test]
async fn the_text_of_a_server_error_is_not_sent() {
    let down = async || (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "7")], "secret");
    let address = serve(Router::new().route("/down", get(down)).layer(ProblemLayer::new())).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        let response = client.exchange(Method::GET, "/down", JSON).await;
        let body = r#"{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The service is not available at the moment."}"#;
        let expected = expected(503, "application/problem+json", "retry-after: 7", body);
        assert_eq!(wire(response).await, expected, "{version:?}");
    }
}

#[tokio::test]
async fn what_only_looks_like_a_problem_passes_without_a_body_to_a_head() {
    let service = service_fn(async |_: Request<hyper::body::Incoming>| {
        let response = Response::builder().status(502).header(CONTENT_TYPE, "application/problem+json");
        Ok::<_, Infallible>(response.body(Full::<Bytes>::from("[]")).unwrap())
    });
    let address = serve(ProblemLayer::new().layer(service)).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        for accept in [JSON, XML] {
            let expected = "502\ncontent-length: 2\ncontent-type: application/problem+json\nvary: Accept\n\n";
            let get = client.exchange(Method::GET, "/", accept).await;
            assert_eq!(wire(get).await, format!("{expected}[]"), "{version:?} {accept}");
            let head = client.exchange(Method::HEAD, "/", accept).await;
            assert_eq!(wire(head).await, expected, "{version:?} {accept}");
        }
    }
}
