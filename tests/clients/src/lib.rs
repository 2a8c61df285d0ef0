//! What the clients share: a server that says what it is told to, and the errors that are expected of it.

use problem_core::{FromProblem, Problem};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
pub enum VaultError {
    #[error("limit {current}/{limit}")]
    #[problem(status = 403, type = "resource_limit_exceeded")]
    ResourceLimitExceeded {
        #[problem(extension)]
        current: u32,
        #[problem(extension)]
        limit: u32,
    },
    #[error("too fast")]
    #[problem(status = 429)]
    TooFast {
        #[problem(retry_after)]
        wait: Duration,
    },
}

pub const LIMIT: &str = "HTTP/1.1 403 Forbidden\r\n\
    content-type: application/problem+json\r\n\
    connection: close\r\n\r\n\
    {\"type\":\"resource_limit_exceeded\",\"current\":3,\"limit\":3}";

pub const TOO_FAST: &str = "HTTP/1.1 429 Too Many Requests\r\n\
    content-type: Application/Problem+JSON; charset=utf-8\r\n\
    retry-after: 7\r\n\
    connection: close\r\n\r\n\
    {}";

pub const UNKNOWN: &str = "HTTP/1.1 503 Service Unavailable\r\n\
    content-type: application/problem+json\r\n\
    date: Fri, 31 Dec 1999 23:59:00 GMT\r\n\
    retry-after: Fri, 31 Dec 1999 23:59:59 GMT\r\n\
    connection: close\r\n\r\n\
    {\"type\":\"maintenance\",\"status\":500}";

pub const GATEWAY: &str = "HTTP/1.1 502 Bad Gateway\r\n\
    content-type: text/html\r\n\
    retry-after: 3\r\n\
    connection: close\r\n\r\n\
    <h1>Bad Gateway</h1>";

/// It says that there is more to come, and there is not.
pub const BROKEN: &str = "HTTP/1.1 500 Internal Server Error\r\n\
    content-type: application/problem+json\r\n\
    content-length: 100\r\n\r\n\
    {\"type\":";

pub const SUCCESS: &str = "HTTP/1.1 200 OK\r\n\
    content-type: application/problem+json\r\n\
    connection: close\r\n\r\n\
    {\"type\":\"resource_limit_exceeded\",\"current\":3,\"limit\":3}";

pub const NOT_MODIFIED: &str = "HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n";

/// Leads to where a relative type means something else.
pub const ELSEWHERE: &str = "HTTP/1.1 307 Temporary Redirect\r\n\
    location: /elsewhere/\r\n\
    content-length: 0\r\n\
    connection: close\r\n\r\n";

/// A problem of `length` bytes.
#[must_use]
pub fn long(length: usize) -> String {
    let head = "HTTP/1.1 403 Forbidden\r\n\
        content-type: application/problem+json\r\n\
        connection: close\r\n\r\n";
    let body = r#"{"type":"resource_limit_exceeded","current":3,"limit":3"#;
    format!("{head}{body}{}}}", " ".repeat(length - body.len() - 1))
}

/// Answers one connection after the other, each with one of the texts, and then no more.
pub struct Server {
    address: SocketAddr,
    requests: JoinHandle<Vec<String>>,
}

impl Server {
    /// # Panics
    ///
    /// If it cannot listen.
    #[must_use]
    pub fn start<T: Into<String>>(answers: impl IntoIterator<Item = T>) -> Self {
        let answers: Vec<String> = answers.into_iter().map(Into::into).collect();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests =
            thread::spawn(move || answers.iter().map(|answer| respond(&listener, answer)).collect());
        Self { address, requests }
    }

    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/v1/vaults", self.address)
    }

    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The heads of the requests, in lower case.
    ///
    /// # Panics
    ///
    /// If a connection failed.
    #[must_use]
    pub fn requests(self) -> Vec<String> {
        self.requests.join().expect("all is answered")
    }
}

/// Reads the head of a request, answers, and returns it.
fn respond(listener: &TcpListener, answer: &str) -> String {
    let (mut stream, _) = listener.accept().expect("a connection");
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).expect("a head");
        request.push(byte[0]);
    }
    // The client may have had enough before the end.
    let _ = stream.write_all(answer.as_bytes());
    String::from_utf8(request).expect("ASCII").to_lowercase()
}

/// An address where nobody listens.
///
/// # Panics
///
/// If no port is free.
#[must_use]
pub fn nowhere() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://{}/", listener.local_addr().expect("an address"))
}
