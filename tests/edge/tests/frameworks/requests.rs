//! The requests, and the responses to them.

use http::Request;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::Full;
use problem_core::{Problem, ProblemDetails};
use problem_edge::{Client, Version, wire};
use std::fmt;
use std::net::SocketAddr;
use tokio::runtime::Builder;

/// The limit on a body, in bytes.
pub(crate) const LIMIT: usize = 256;

/// The body that the services expect. Only the rejections matter, so nothing reads the fields.
#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
pub(crate) struct Vault {
    owner: Owner,
}

#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "see `Vault`")]
struct Owner {
    addresses: Vec<Address>,
}

#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "see `Vault`")]
struct Address {
    geo: Geo,
}

#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "see `Vault`")]
struct Geo {
    lat: f64,
}

/// The query that the services expect.
#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "see `Vault`")]
pub(crate) struct Search {
    size: u32,
}

/// A request that no handler sees.
struct Case {
    name: &'static str,
    method: &'static str,
    path: &'static str,
    media_type: &'static str,
    accept: &'static str,
    body: &'static [u8],
}

const DEEP: &[u8] = br#"{"owner":{"addresses":[{"geo":{"lat":"north"}}]}}"#;

const fn case(name: &'static str, method: &'static str, path: &'static str) -> Case {
    Case { name, method, path, media_type: "application/json", accept: "*/*", body: b"" }
}

const CASES: &[Case] = &[
    case("Unknown route", "GET", "/nowhere"),
    Case { accept: "application/problem+xml", ..case("The same, with XML preferred", "GET", "/nowhere") },
    case("Wrong method", "DELETE", "/vaults"),
    Case { body: DEEP, ..case("JSON that does not fit", "POST", "/vaults") },
    Case { body: b"{", ..case("Not JSON", "POST", "/vaults") },
    Case { body: b"{}", media_type: "text/plain", ..case("Wrong media type", "POST", "/vaults") },
    Case { body: &[b' '; LIMIT + 1], ..case("Body too large", "POST", "/vaults") },
    case("Wrong query", "GET", "/search?size=x"),
    case("Wrong path parameter", "GET", "/vaults/x"),
    case("Panic", "GET", "/panic"),
];

/// The response to a request.
pub(crate) struct Answer {
    pub(crate) name: &'static str,
    request: String,
    /// `None` if the connection broke off.
    response: Option<String>,
    /// What the guide says about the response.
    pub(crate) summary: String,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let response = self.response.as_deref().unwrap_or("(the connection breaks off)");
        writeln!(f, "# {}: {}\n{response}", self.name, self.request)
    }
}

/// Sends each of the requests to a service.
pub(crate) fn answers<F: Future<Output = SocketAddr>>(serve: impl FnOnce() -> F) -> Vec<Answer> {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let address = serve().await;
        let mut answers = Vec::new();
        for case in CASES {
            answers.push(answer(address, case).await);
        }
        answers
    })
}

async fn answer(address: SocketAddr, case: &Case) -> Answer {
    let Case { name, method, path, media_type, accept, body } = *case;
    let request = Request::builder().method(method).uri(path).header(ACCEPT, accept);
    let request = match body {
        b"" => request,
        _ => request.header(CONTENT_TYPE, media_type).header(CONTENT_LENGTH, body.len()),
    };
    let request = request.body(Full::from(body)).expect("a valid request");
    let mut client = Client::connect(address, Version::Http1).await;
    let (response, summary) = match client.send(request).await {
        Ok(response) => {
            let text = wire(response).await;
            let summary = summary(&text);
            (Some(text), summary)
        }
        Err(_) => (None, "none: the connection breaks off".to_owned()),
    };
    Answer { name, request: format!("{method} {path}"), response, summary }
}

/// Returns the status code, the field `allow` if there is one, and what the problem says beyond the standard sentence.
fn summary(response: &str) -> String {
    let (head, body) = response.split_once("\n\n").expect("a head and a body");
    let has = |line: &str| head.lines().any(|field| field.starts_with(line));
    let mut summary = vec![head.lines().next().expect("a status code")];
    if has("allow: ") {
        summary.push("`allow`");
    }
    if has("content-type: application/problem+xml") {
        summary.push("XML");
    } else if has("content-type: application/problem+json") {
        let problem = ProblemDetails::from_json(body.as_bytes()).expect("a problem");
        let status = problem.status().expect("a status");
        let standard = ProblemDetails::new(status).to_details();
        if problem.extensions().contains_key("errors") {
            summary.push("pointer");
        } else if problem.detail() != standard.detail() {
            summary.push("text");
        }
    } else {
        summary.push("not a problem");
    }
    summary.join(", ")
}
