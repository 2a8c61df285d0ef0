//! salvo 1: `Result<_, VaultError>` is a `Writer`.

use problem_core::{Problem, ProblemDetails, Report};
use problem_frameworks::{Hostile, RECEIVED, Service, VaultError, check, check_path, error, exchange};
use salvo::catcher::Catcher;
use salvo::conn::TcpListener;
use salvo::http::{HeaderMap, StatusCode};
use salvo::writing::{Json, Text};
use salvo::{Depot, FlowCtrl, Listener, Request, Response, Router, Server, handler};
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::runtime::Runtime;

fn case(request: &Request) -> VaultError {
    error(&request.param::<String>("case").expect("the route has this parameter"))
}

#[handler]
async fn an_enum(request: &mut Request) -> Result<Json<()>, VaultError> {
    Err(case(request))
}

#[handler]
async fn a_report(request: &mut Request) -> Result<Json<()>, Report> {
    Err(case(request))?
}

#[handler]
async fn details(request: &mut Request) -> Result<Json<()>, ProblemDetails> {
    Err(problem_frameworks::details(&request.param::<String>("case").expect("the route has this parameter")))
}

#[handler]
async fn hostile() -> Result<Json<()>, Report> {
    Err(Hostile)?
}

/// Fails after it has set a status, header fields and a body of several parts.
#[handler]
async fn late(response: &mut Response) -> Result<Json<()>, VaultError> {
    response.status_code(StatusCode::CREATED);
    response.render(Text::Html("<p>one"));
    response.render(Text::Html("<p>two"));
    for (name, value) in DESCRIPTION {
        response.add_header(name, value, true).unwrap();
    }
    response.add_header("x-request-id", "7", true).unwrap();
    Err(VaultError::OnFire)
}

/// Fails after it has started a body that is a stream.
#[handler]
async fn streaming(response: &mut Response) -> Result<Json<()>, VaultError> {
    let mut sender = response.channel();
    sender.send_data("one").await.unwrap();
    Err(VaultError::OnFire)
}

/// Fails after header fields were set, including some that the problem also sets.
#[handler]
async fn after_a_hoop(response: &mut Response) -> Result<Json<()>, Busy> {
    for (name, value) in [("retry-after", "60"), ("vary", "Cookie"), ("set-cookie", "a=1"), ("x-id", "7")] {
        response.add_header(name, value, true).unwrap();
    }
    Err(Busy)
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("busy")]
#[problem(status = 503, header("retry-after" = "7"), header("vary" = "Accept-Language"), header("set-cookie" = "b=2"))]
struct Busy;

/// Fields that describe a body, and no others.
const DESCRIPTION: [(&str, &str); 14] = [
    ("content-digest", "sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:"),
    ("content-disposition", "attachment"),
    ("content-encoding", "gzip"),
    ("content-language", "de"),
    ("content-length", "3"),
    ("content-location", "/vaults/1.html"),
    ("content-range", "bytes 0-2/9"),
    ("content-type", "text/html"),
    ("digest", "sha-256=47DEQpj8HBSa"),
    ("etag", "\"1\""),
    ("last-modified", "Mon, 23 Nov 2026 00:00:00 GMT"),
    ("repr-digest", "sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:"),
    ("trailer", "x-sum"),
    ("transfer-encoding", "chunked"),
];

/// A catcher that responds if nothing else did. It must not replace a problem.
#[handler]
async fn catch(response: &mut Response, flow: &mut FlowCtrl) {
    response.render("caught");
    flow.skip_rest();
}

/// The handler after a hoop that fails. It must not be called.
#[handler]
async fn unreachable(response: &mut Response) {
    response.render("reached");
}

type Log = Arc<Mutex<Vec<(String, Option<String>, bool)>>>;

/// The hoop that logs errors.
struct Logger(Log);

#[handler]
impl Logger {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        flow: &mut FlowCtrl,
    ) {
        flow.call_next(request, depot, response).await;
        // Collects what a log needs: the error itself with its source.
        let report = response.extensions.get::<Report>().expect("every response here is an error");
        let source = report.source().map(ToString::to_string);
        self.0.lock().unwrap().push((
            report.to_string(),
            source,
            report.downcast_ref::<VaultError>().is_some(),
        ));
    }
}

/// Starts the service, which runs as long as the runtime.
fn serve(runtime: &Runtime, log: Log) -> SocketAddr {
    let router = Router::new()
        .push(Router::with_path("enum/{case}").goal(an_enum))
        .push(Router::with_path("report/{case}").goal(a_report))
        .push(Router::with_path("details/{case}").goal(details))
        .push(Router::with_path("hostile").goal(hostile))
        .push(Router::with_path("late").goal(late))
        .push(Router::with_path("after-a-hoop").goal(after_a_hoop))
        .push(Router::with_path("streaming").goal(streaming))
        .push(Router::with_path("hoop/{case}").hoop(an_enum).goal(unreachable));
    let service = salvo::Service::new(router).hoop(Logger(log)).catcher(Catcher::default().hoop(catch));
    let acceptor = runtime.block_on(TcpListener::new("127.0.0.1:0").bind());
    let address = acceptor.local_addr().unwrap();
    runtime.spawn(Server::new(acceptor).serve(service));
    address
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Log::default();
    let runtime = Runtime::new().unwrap();
    let address = serve(&runtime, Arc::clone(&log));

    let service = Service { address, added: &[], expected: |problem, _| problem.to_response() };
    check(&service);
    check_path(&service, "/hostile", &Hostile);

    let source = Some("an error occurred when formatting an argument".to_owned());
    assert!(log.lock().unwrap().contains(&("secret of nobody".to_owned(), source, true)));
    assert!(log.lock().unwrap().iter().any(|(line, ..)| line == RECEIVED));
}

/// Returns the header fields, line by line, without those that the server adds.
fn fields(headers: &HeaderMap) -> Vec<(&str, &[u8])> {
    let mut fields: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    fields.retain(|(name, _)| !["connection", "content-length", "date"].contains(name));
    // The sort is stable, so lines with the same name keep their order.
    fields.sort_by_key(|(name, _)| *name);
    fields
}

#[test]
fn the_response_that_a_handler_began_is_discarded() {
    let runtime = Runtime::new().unwrap();
    let address = serve(&runtime, Log::default());
    let expected = VaultError::OnFire.to_response();
    let content_type: (&str, &[u8]) = ("content-type", b"application/problem+json");

    for method in ["GET", "HEAD"] {
        let (head, body) = exchange(address, method, "/late", "*/*");
        assert_eq!(head.status(), 599);
        // Fields that do not describe the body stay.
        assert_eq!(fields(head.headers()), [content_type, ("x-request-id", b"7")]);
        let expected: &[u8] = if method == "GET" { expected.body() } else { &[] };
        assert_eq!(body, expected);
    }

    let (head, body) = exchange(address, "GET", "/streaming", "*/*");
    assert_eq!(head.status(), 599);
    assert_eq!(fields(head.headers()), [content_type]);
    assert_eq!(body, *expected.body());
}

#[test]
fn single_fields_are_replaced_and_repeatable_fields_are_added() {
    let runtime = Runtime::new().unwrap();
    let address = serve(&runtime, Log::default());
    let (head, body) = exchange(address, "GET", "/after-a-hoop", "*/*");
    assert_eq!(head.status(), 503);
    let expected: [(&str, &[u8]); 7] = [
        ("content-type", b"application/problem+json"),
        ("retry-after", b"7"),
        ("set-cookie", b"a=1"),
        ("set-cookie", b"b=2"),
        ("vary", b"Cookie"),
        ("vary", b"Accept-Language"),
        ("x-id", b"7"),
    ];
    assert_eq!(fields(head.headers()), expected);
    assert_eq!(body, Busy.to_json());
}

#[test]
fn a_hoop_that_fails_ends_the_request() {
    let runtime = Runtime::new().unwrap();
    let address = serve(&runtime, Log::default());
    let (head, body) = exchange(address, "GET", "/hoop/limit", "*/*");
    let expected = error("limit").to_response();
    assert_eq!(head.status(), expected.status());
    assert_eq!(fields(head.headers()), fields(expected.headers()));
    assert_eq!(body, *expected.body());
}
