//! Code that the tests with HTTP clients share: a scripted server, and the errors that clients expect from it.

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
    {\"type\":\"resource_limit_exceeded\",\"detail\":\"3 of 3.\",\"current\":3,\"limit\":3}";

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

pub const JSON: &str = "HTTP/1.1 429 Too Many Requests\r\n\
    content-type: application/json\r\n\
    retry-after: 7\r\n\
    connection: close\r\n\r\n\
    {\"detail\":\"Wait.\"}";

/// Has no `content-type`.
pub const UNLABELLED: &str = "HTTP/1.1 503 Service Unavailable\r\n\
    retry-after: 7\r\n\
    connection: close\r\n\r\n\
    {\"type\":\"maintenance\"}";

/// Ends earlier than its `content-length` says.
pub const BROKEN: &str = "HTTP/1.1 500 Internal Server Error\r\n\
    content-type: application/problem+json\r\n\
    content-length: 100\r\n\r\n\
    {\"type\":";

pub const SUCCESS: &str = "HTTP/1.1 200 OK\r\n\
    content-type: application/problem+json\r\n\
    connection: close\r\n\r\n\
    {\"type\":\"resource_limit_exceeded\",\"detail\":\"3 of 3.\",\"current\":3,\"limit\":3}";

/// The response to a HEAD request, whose `content-length` is that of the response to a GET.
pub const HEAD: &str = "HTTP/1.1 403 Forbidden\r\n\
    content-type: application/problem+json\r\n\
    content-length: 100\r\n\
    retry-after: 7\r\n\
    connection: close\r\n\r\n";

pub const NOT_MODIFIED: &str = "HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n";

/// Closes the connection without a response.
pub const NOTHING: &str = "";

/// Redirects to a URL against which a relative type resolves differently.
pub const ELSEWHERE: &str = "HTTP/1.1 307 Temporary Redirect\r\n\
    location: /elsewhere/\r\n\
    content-length: 0\r\n\
    connection: close\r\n\r\n";

/// Returns a problem with a body of `length` bytes.
#[must_use]
pub fn long(length: usize) -> String {
    let head = "HTTP/1.1 403 Forbidden\r\n\
        content-type: application/problem+json\r\n\
        connection: close\r\n\r\n";
    let body = r#"{"type":"resource_limit_exceeded","current":3,"limit":3"#;
    format!("{head}{body}{}}}", " ".repeat(length - body.len() - 1))
}

/// A server that accepts one connection for each of the given texts, and sends the text as the response.
pub struct Server {
    address: SocketAddr,
    requests: JoinHandle<Vec<String>>,
}

impl Server {
    /// # Panics
    ///
    /// Panics if it cannot listen.
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

    /// Returns the heads of the requests, in lower case.
    ///
    /// # Panics
    ///
    /// Panics if a connection failed.
    #[must_use]
    pub fn requests(self) -> Vec<String> {
        self.requests.join().expect("the server has sent all responses")
    }
}

/// Reads the head of a request, sends the response, and returns the head.
fn respond(listener: &TcpListener, answer: &str) -> String {
    let (mut stream, _) = listener.accept().expect("a connection");
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).expect("the head of a request");
        request.push(byte[0]);
    }
    // The client may close the connection before the end of the response.
    let _ = stream.write_all(answer.as_bytes());
    String::from_utf8(request).expect("ASCII").to_lowercase()
}

/// How a client calls the server.
#[derive(Clone, Copy, Debug, Default)]
pub struct Call {
    /// Whether the client sends a HEAD request, and not a GET request.
    pub is_head: bool,
    /// Whether the client also reads problems that are not labelled as such.
    pub is_unlabelled: bool,
    /// The limit that the client sets for the body of a failure, if it sets one.
    pub limit: Option<usize>,
}

/// Generates the tests for every client that knows the URL of a response.
///
/// The argument is a function that takes a URL and a [`Call`], and returns the status code and body of a successful
/// response.
#[macro_export]
macro_rules! test_client {
    ($call:path) => {
        use http::{StatusCode, Version};
        use problem_core::ReadError;
        use problem_core::client::{BODY_LIMIT, CallError};
        use std::time::Duration;
        use $crate::{
            BROKEN, Call, ELSEWHERE, GATEWAY, HEAD, JSON, LIMIT, NOT_MODIFIED, NOTHING, SUCCESS, Server,
            TOO_FAST, UNKNOWN, UNLABELLED, VaultError, long,
        };

        type Called = Result<(StatusCode, String), CallError<VaultError>>;

        /// Calls a server that sends these responses. Returns the result of the client, and the URL that it called.
        fn call<T: Into<String>>(answers: impl IntoIterator<Item = T>) -> (Called, String) {
            call_as(Call::default(), answers)
        }

        fn call_as<T: Into<String>>(call: Call, answers: impl IntoIterator<Item = T>) -> (Called, String) {
            let server = Server::start(answers);
            let url = server.url();
            ($call(&url, call), url)
        }

        #[test]
        fn a_problem_is_a_typed_error() {
            let error = call([LIMIT]).0.unwrap_err();
            assert_eq!(error.typed(), Some(&VaultError::ResourceLimitExceeded { current: 3, limit: 3 }));
            assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
            assert_eq!(error.headers().unwrap()["content-type"], "application/problem+json");
            assert_eq!(error.retry_after(), None);
            assert_eq!(error.to_string(), "403 Forbidden: 3 of 3.");

            let error = call([TOO_FAST]).0.unwrap_err();
            assert_eq!(error.typed(), Some(&VaultError::TooFast { wait: Duration::from_secs(7) }));
            assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        }

        #[test]
        fn a_problem_of_an_undeclared_type_is_returned_as_details() {
            let (result, url) = call([UNKNOWN]);
            let error = result.unwrap_err();
            assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
            assert_eq!(error.retry_after(), Some(Duration::from_secs(59)));
            assert_eq!(error.body().unwrap(), r#"{"type":"maintenance","status":500}"#);
            let CallError::Untyped(details) = error else { panic!("{error:?}") };
            assert_eq!(details.type_uri(), url.replace("vaults", "maintenance"));
            assert_eq!(details.status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
            assert!(details.status_mismatch());
        }

        #[test]
        fn a_failure_that_is_not_a_problem_keeps_its_body() {
            let error = call([GATEWAY]).0.unwrap_err();
            assert_eq!(error.status(), Some(StatusCode::BAD_GATEWAY));
            assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
            let CallError::NoProblem(response, reason) = error else { panic!("{error:?}") };
            assert_eq!(response.body(), "<h1>Bad Gateway</h1>");
            assert_eq!(
                reason.to_string(),
                r#"the content type is "text/html", not "application/problem+json""#
            );
        }

        #[test]
        fn the_response_keeps_its_version() {
            let error = call([GATEWAY.replace("HTTP/1.1", "HTTP/1.0")]).0.unwrap_err();
            let CallError::NoProblem(response, _) = error else { panic!("{error:?}") };
            assert_eq!(response.version(), Version::HTTP_10);
        }

        #[test]
        fn a_body_that_ends_early_is_not_a_problem() {
            let error = call([BROKEN]).0.unwrap_err();
            let CallError::NoProblem(response, ReadError::Incomplete(_)) = error else { panic!("{error:?}") };
            assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert_eq!(response.body(), "{\"type\":");
        }

        #[test]
        fn the_response_to_a_head_request_has_no_body() {
            let server = Server::start([HEAD]);
            let error = $call(&server.url(), Call { is_head: true, ..Call::default() }).unwrap_err();
            assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
            assert_eq!(
                error.to_string(),
                "the response with status 403 is not a problem: \
                 the body is empty, as in the response to a HEAD request"
            );
            let CallError::NoProblem(response, ReadError::Empty) = error else { panic!("{error:?}") };
            assert_eq!(response.body(), "");
            assert!(server.requests()[0].starts_with("head /v1/vaults http/1.1\r\n"));
        }

        #[test]
        fn a_problem_without_a_label_is_read_on_request() {
            let unlabelled = Call { is_unlabelled: true, ..Call::default() };
            for answer in [JSON, TOO_FAST] {
                let error = call_as(unlabelled, [answer]).0.unwrap_err();
                let expected = VaultError::TooFast { wait: Duration::from_secs(7) };
                assert_eq!(error.typed(), Some(&expected), "{answer}");
                assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
                assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
            }
            assert_eq!(
                call_as(unlabelled, [JSON]).0.unwrap_err().to_string(),
                "429 Too Many Requests: Wait."
            );

            let (result, url) = call_as(unlabelled, [UNLABELLED]);
            let error = result.unwrap_err();
            assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
            assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
            let CallError::Untyped(details) = error else { panic!("{error:?}") };
            assert_eq!(details.type_uri(), url.replace("vaults", "maintenance"));
            assert_eq!(details.status(), Some(StatusCode::SERVICE_UNAVAILABLE));

            for answer in [JSON, UNLABELLED] {
                let error = call([answer]).0.unwrap_err();
                assert!(matches!(&error, CallError::NoProblem(_, ReadError::MediaType(_))), "{error:?}");
            }
            let error = call_as(unlabelled, [GATEWAY]).0.unwrap_err();
            assert!(matches!(&error, CallError::NoProblem(_, ReadError::Json(_))), "{error:?}");
            assert!(call_as(unlabelled, [SUCCESS]).0.is_ok());
        }

        #[test]
        fn an_unlabelled_body_is_read_up_to_the_limit() {
            let unlabelled = |length: usize| long(length).replace("problem+json", "json");
            for (limit, is_typed) in [(None, true), (Some(0), false), (Some(99), false), (Some(100), true)] {
                let call = Call { is_unlabelled: true, limit, ..Call::default() };
                let error = call_as(call, [unlabelled(100)]).0.unwrap_err();
                assert_eq!(error.typed().is_some(), is_typed, "{limit:?}");
            }
            let call = Call { is_unlabelled: true, ..Call::default() };
            assert!(call_as(call, [unlabelled(BODY_LIMIT)]).0.unwrap_err().typed().is_some());
            let error = call_as(call, [unlabelled(BODY_LIMIT + 1)]).0.unwrap_err();
            let CallError::NoProblem(response, ReadError::TooLong(BODY_LIMIT)) = error else {
                panic!("{error:?}")
            };
            assert_eq!(response.body().len(), BODY_LIMIT);
            let error = call_as(call, [BROKEN.replace("problem+json", "json")]).0.unwrap_err();
            assert!(matches!(&error, CallError::NoProblem(_, ReadError::Incomplete(_))), "{error:?}");
        }

        #[test]
        fn a_body_is_read_up_to_the_limit() {
            assert!(call([long(BODY_LIMIT)]).0.unwrap_err().typed().is_some());
            let error = call([long(BODY_LIMIT + 1)]).0.unwrap_err();
            assert_eq!(
                error.body().unwrap(),
                &long(BODY_LIMIT + 1).split_once("\r\n\r\n").unwrap().1[..BODY_LIMIT]
            );
            let CallError::NoProblem(response, ReadError::TooLong(BODY_LIMIT)) = error else {
                panic!("{error:?}")
            };
            assert_eq!(response.body().len(), BODY_LIMIT);

            for (limit, is_typed) in [(0, false), (99, false), (100, true), (usize::MAX, true)] {
                let server = Server::start([long(100)]);
                let error = $call(&server.url(), Call { limit: Some(limit), ..Call::default() }).unwrap_err();
                assert_eq!(error.typed().is_some(), is_typed, "{limit}");
            }
        }

        #[test]
        fn responses_below_400_are_returned_unchanged() {
            let body = r#"{"type":"resource_limit_exceeded","detail":"3 of 3.","current":3,"limit":3}"#;
            assert_eq!(call([SUCCESS]).0.unwrap(), (StatusCode::OK, body.to_owned()));
            assert_eq!(call([NOT_MODIFIED]).0.unwrap().0, StatusCode::NOT_MODIFIED);
        }

        #[test]
        fn a_type_is_resolved_against_the_url_after_all_redirects() {
            let (result, url) = call([ELSEWHERE, UNKNOWN]);
            let CallError::Untyped(details) = result.unwrap_err() else { panic!() };
            assert_eq!(details.type_uri(), url.replace("v1/vaults", "elsewhere/maintenance"));
        }

        #[test]
        fn a_type_is_resolved_against_the_url_without_its_user_info_and_query() {
            let server = Server::start([UNKNOWN]);
            let url = server.url();
            let asked = format!("{}?filter[name]=100%", url.replace("http://", "http://alice:secret@"));
            let CallError::Untyped(details) = $call(&asked, Call::default()).unwrap_err() else { panic!() };
            assert_eq!(details.type_uri(), url.replace("vaults", "maintenance"));
        }

        #[test]
        fn a_missing_response_is_a_transport_error() {
            let error = call([NOTHING]).0.unwrap_err();
            assert!(matches!(&error, CallError::Transport(_)), "{error:?}");
            assert_eq!((error.status(), error.headers(), error.retry_after()), (None, None, None));
            assert_eq!(error.body(), None);
        }
    };
}
