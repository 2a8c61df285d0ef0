use crate::error::{CANARY, CASES, details, error};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use problem_core::Problem;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A running service with three routes for every error in [`CASES`], for all methods.
///
/// `/enum/{case}` responds with the error, `/report/{case}` with a report of it, and `/details/{case}` with its
/// details.
pub struct Service {
    pub address: SocketAddr,
    /// The header fields that the server adds to every response.
    pub added: &'static [&'static str],
    /// Returns the response that a problem should give for the header fields of a request.
    pub expected: fn(&dyn Problem, &HeaderMap) -> Response<Bytes>,
}

/// Checks that every response has the status, the header fields and the body of its problem.
///
/// # Panics
///
/// Panics if a response does not.
pub fn check(service: &Service) {
    for case in CASES {
        let error = error(case);
        let details = details(case);
        for (route, problem) in [("enum", &error as &dyn Problem), ("report", &error), ("details", &details)]
        {
            check_path(service, &format!("/{route}/{case}"), problem);
        }
    }
    for route in ["enum", "report", "details"] {
        check_received(service, &format!("/{route}/received"));
    }
}

/// Checks that a problem that was received from elsewhere is sent as a plain 500.
fn check_received(service: &Service, path: &str) {
    for accept in ["application/json", "application/problem+xml", "text/html"] {
        let (head, body) = exchange(service.address, "GET", path, accept);
        assert_eq!(head.status(), 500, "{path}");
        let answer = format!("{:?} {}", head.headers(), String::from_utf8_lossy(&body));
        assert!(!answer.contains(CANARY), "{path}: {answer}");
        assert!(!head.headers().contains_key("retry-after"), "{path}");
    }
}

/// Checks that a path responds with this problem.
///
/// # Panics
///
/// Panics if it does not.
pub fn check_path(service: &Service, path: &str, problem: &dyn Problem) {
    for accept in ["application/json", "application/problem+xml"] {
        let mut headers = HeaderMap::new();
        headers.insert("accept", HeaderValue::from_static(accept));
        let expected = (service.expected)(problem, &headers);
        let (head, body) = exchange(service.address, "GET", path, accept);
        check_head(service, path, &head, &expected);
        assert_eq!(body, *expected.body(), "{path}");

        let (head, body) = exchange(service.address, "HEAD", path, accept);
        check_head(service, path, &head, &expected);
        assert!(body.is_empty(), "{path}");
    }
}

/// Sends one request and reads until the service closes the connection.
///
/// # Panics
///
/// Panics if there is no response.
#[must_use]
pub fn exchange(address: SocketAddr, method: &str, path: &str, accept: &str) -> (Response<()>, Vec<u8>) {
    let mut stream = TcpStream::connect(address).expect("the service listens");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a socket");
    let request =
        format!("{method} {path} HTTP/1.1\r\nhost: vault\r\naccept: {accept}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("the service reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the service responds");
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("an empty line");
    (head(&answer[..end]), answer[end + 4..].to_vec())
}

fn head(text: &[u8]) -> Response<()> {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let status_line = lines.next().expect("a status line");
    let status = status_line.strip_prefix(b"HTTP/1.1 ").and_then(|rest| rest.get(..3)).expect("a status");
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::from_bytes(status).expect("a status");
    for line in lines {
        let colon = line.iter().position(|byte| *byte == b':').expect("a colon");
        let name = HeaderName::from_bytes(&line[..colon]).expect("a name");
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).expect("a value");
        response.headers_mut().append(name, value);
    }
    response
}

/// Checks line by line that the header fields are those of the problem, and those that the server always adds.
fn check_head(service: &Service, path: &str, head: &Response<()>, expected: &Response<Bytes>) {
    assert_eq!(head.status(), expected.status(), "{path}");
    let headers = head.headers();
    for name in expected.headers().keys() {
        let lines = |headers: &HeaderMap| headers.get_all(name).iter().cloned().collect::<Vec<_>>();
        assert_eq!(lines(headers), lines(expected.headers()), "{path}: {name}");
    }
    let added: BTreeSet<_> = ["connection", "content-length", "date"].iter().chain(service.added).collect();
    for name in headers.keys().filter(|name| !expected.headers().contains_key(*name)) {
        assert!(added.contains(&name.as_str()), "{path}: unexpected field {name}");
    }
    if let Some(told) = headers.get("content-length") {
        assert_eq!(*told, *expected.body().len().to_string(), "{path}");
    }
}
