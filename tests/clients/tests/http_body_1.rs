//! `http::Response` with any `http_body::Body`: the body of hyper, and bodies made for these tests.

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body::{Body, Frame};
use http_body_util::{Empty, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use problem_clients::{
    BROKEN, Call, GATEWAY, HEAD, JSON, LIMIT, SUCCESS, Server, TOO_FAST, UNKNOWN, UNLABELLED, VaultError,
    long,
};
use problem_core::client::http_body_1::OkOrProblem as _;
use problem_core::client::{BODY_LIMIT, CallError};
use problem_core::{ProblemDetails, ReadError};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::runtime::Builder;

/// Calls a server that sends this response, and returns the result of hyper.
fn call(answer: &str) -> Result<Response<Incoming>, CallError<VaultError>> {
    call_with(answer, Call::default())
}

fn call_with(
    answer: &str,
    Call { is_head, is_unlabelled, limit }: Call,
) -> Result<Response<Incoming>, CallError<VaultError>> {
    let server = Server::start([answer]);
    block_on(async {
        let stream = TcpStream::connect(server.address()).await.map_err(CallError::transport)?;
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(CallError::transport)?;
        tokio::spawn(connection);
        let request = if is_head { Request::head("/v1/vaults") } else { Request::get("/v1/vaults") };
        let request = request.body(Empty::<Bytes>::new()).unwrap();
        let response = sender.send_request(request).await.map_err(CallError::transport)?;
        match (is_unlabelled, limit) {
            (false, None) => response.ok_or_problem().await,
            (false, Some(limit)) => response.ok_or_problem_within(limit).await,
            (true, None) => response.ok_or_unlabelled_problem().await,
            (true, Some(limit)) => response.ok_or_unlabelled_problem_within(limit).await,
        }
    })
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn a_problem_is_a_typed_error() {
    let error = call(LIMIT).unwrap_err();
    assert!(matches!(
        &error,
        CallError::Typed(VaultError::ResourceLimitExceeded { current: 3, limit: 3 }, _)
    ));
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    let error = call(TOO_FAST).unwrap_err();
    assert_eq!(error.typed(), Some(&VaultError::TooFast { wait: Duration::from_secs(7) }));
}

#[test]
fn a_problem_of_an_undeclared_type_is_returned_as_details() {
    let error = call(UNKNOWN).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(59)));
    let CallError::Untyped(details) = error else { panic!("{error:?}") };
    assert_eq!(details.type_uri(), "maintenance");
    assert!(details.status_mismatch());
}

#[test]
fn a_failure_that_is_not_a_problem_keeps_its_body() {
    let error = call(GATEWAY).unwrap_err();
    let CallError::NoProblem(response, ReadError::MediaType(_)) = error else { panic!("{error:?}") };
    assert_eq!(response.body(), "<h1>Bad Gateway</h1>");

    let error = call(BROKEN).unwrap_err();
    let CallError::NoProblem(response, ReadError::Incomplete(_)) = error else { panic!("{error:?}") };
    assert_eq!(response.body(), "{\"type\":");
}

#[test]
fn the_response_to_a_head_request_has_no_body() {
    let error = call_with(HEAD, Call { is_head: true, ..Call::default() }).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let CallError::NoProblem(response, ReadError::Empty) = error else { panic!("{error:?}") };
    assert_eq!(response.body(), "");
}

#[test]
fn a_problem_without_a_label_is_read_on_request() {
    let unlabelled = Call { is_unlabelled: true, ..Call::default() };
    for answer in [JSON, TOO_FAST] {
        let error = call_with(answer, unlabelled).unwrap_err();
        assert_eq!(error.typed(), Some(&VaultError::TooFast { wait: Duration::from_secs(7) }), "{answer}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    }
    let error = call_with(UNLABELLED, unlabelled).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let CallError::Untyped(details) = error else { panic!("{error:?}") };
    assert_eq!(details.type_uri(), "maintenance");
    assert_eq!(details.status(), Some(StatusCode::SERVICE_UNAVAILABLE));

    let long = long(100).replace("problem+json", "json");
    for (limit, is_typed) in [(99, false), (100, true)] {
        let error = call_with(&long, Call { limit: Some(limit), ..unlabelled }).unwrap_err();
        assert_eq!(error.typed().is_some(), is_typed, "{limit}");
    }
}

/// Without the feature `xml`, every body is read as JSON.
#[test]
fn the_media_types_of_xml_have_no_meaning_here() {
    for content_type in ["application/problem+xml", "text/xml"] {
        let response = |body| {
            let response = Response::builder().status(404).header("content-type", content_type);
            response.body(Full::<Bytes>::from(body)).unwrap()
        };
        let xml = response("<problem xmlns='urn:ietf:rfc:7807'/>");
        let error = block_on(xml.ok_or_unlabelled_problem::<ProblemDetails>()).unwrap_err();
        assert!(matches!(&error, CallError::NoProblem(_, ReadError::Json(_))), "{error:?}");
        let error = block_on(response("{}").ok_or_unlabelled_problem::<ProblemDetails>()).unwrap_err();
        assert_eq!(error.to_string(), "404 Not Found");
    }
}

#[test]
fn a_body_is_read_up_to_the_limit() {
    assert!(matches!(call(&long(BODY_LIMIT)), Err(CallError::Typed(..))));
    let error = call(&long(BODY_LIMIT + 1)).unwrap_err();
    let CallError::NoProblem(response, ReadError::TooLong(BODY_LIMIT)) = error else { panic!("{error:?}") };
    assert_eq!(response.body().len(), BODY_LIMIT);
}

#[test]
fn responses_below_400_are_returned_unchanged() {
    let response = call(SUCCESS).unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    let response = Response::builder().status(399).body(Full::<Bytes>::from("x")).unwrap();
    assert!(block_on(response.ok_or_problem::<VaultError>()).is_ok());
    // An invalid status code counts as 5xx (RFC 9110, section 15).
    for status in [400, 599, 600, 799] {
        let response = Response::builder().status(status).body(Full::<Bytes>::from("x")).unwrap();
        let error = block_on(response.ok_or_problem::<VaultError>()).unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
    }
}

/// The limit does not matter for a body that would not be read as a problem anyway.
#[test]
fn the_media_type_is_checked_before_the_length() {
    let response =
        Response::builder().status(502).header("content-type", "text/html").body(Full::<Bytes>::from("<h1>"));
    let error = block_on(response.unwrap().ok_or_problem_within::<VaultError>(3)).unwrap_err();
    let CallError::NoProblem(response, ReadError::MediaType(_)) = error else { panic!("{error:?}") };
    assert_eq!(response.body(), "<h1");
}

#[test]
fn a_body_in_several_frames_is_read_up_to_the_limit() {
    let pieces = [r#"{"type":"resource_"#, "", r#"limit_exceeded","current":3,"#, r#""limit":3}"#];
    for limit in [0, 1, 18, 19, 55, 56] {
        let response = Response::builder()
            .status(403)
            .header("content-type", "application/problem+json")
            .body(Pieces(VecDeque::from(pieces)))
            .unwrap();
        match block_on(response.ok_or_problem_within::<VaultError>(limit)).map(drop).unwrap_err() {
            CallError::Typed(VaultError::ResourceLimitExceeded { .. }, _) => assert_eq!(limit, 56),
            CallError::NoProblem(response, ReadError::TooLong(_)) => assert_eq!(response.body().len(), limit),
            error => panic!("{error:?}"),
        }
    }
}

/// A body with several frames.
struct Pieces(VecDeque<&'static str>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(Bytes::from(piece)))))
    }
}
