//! reqwest 0.13.

use http::StatusCode;
use problem_clients::{
    BROKEN, ELSEWHERE, GATEWAY, LIMIT, NOT_MODIFIED, SUCCESS, Server, TOO_FAST, UNKNOWN, VaultError, long,
    nowhere,
};
use problem_core::ReadError;
use problem_core::client::reqwest_013::ResponseExt;
use problem_core::client::{BODY_LIMIT, CallError, accept_problems};
use reqwest::{Client, Response};
use std::time::Duration;
use tokio::runtime::Builder;

fn client() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// What a client gets for an answer of the server, and the URL it asked.
fn call(answer: &str) -> (Result<Response, CallError<VaultError>>, String) {
    let server = Server::start([answer]);
    let url = server.url();
    (block_on(async { client().get(&url).send().await?.ok_or_problem().await }), url)
}

fn block_on<T>(future: impl Future<Output = T> + Send) -> T {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn a_problem_is_a_typed_error() {
    let error = call(LIMIT).0.unwrap_err();
    assert!(matches!(
        &error,
        CallError::Typed(VaultError::ResourceLimitExceeded { current: 3, limit: 3 }, _)
    ));
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.headers().unwrap()["content-type"], "application/problem+json");
    assert_eq!(error.retry_after(), None);

    let error = call(TOO_FAST).0.unwrap_err();
    assert_eq!(error.typed(), Some(&VaultError::TooFast { wait: Duration::from_secs(7) }));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
}

#[test]
fn a_problem_of_another_type_comes_with_what_is_known_of_it() {
    let (result, url) = call(UNKNOWN);
    let error = result.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(59)));
    let CallError::Untyped(details) = error else { panic!("{error:?}") };
    assert_eq!(details.type_uri(), url.replace("vaults", "maintenance"));
    assert_eq!(details.status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
    assert!(details.status_mismatch());
}

#[test]
fn a_failure_that_is_no_problem_keeps_its_body() {
    let error = call(GATEWAY).0.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::BAD_GATEWAY));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
    let CallError::NoProblem(response, reason) = error else { panic!("{error:?}") };
    assert_eq!(response.body(), "<h1>Bad Gateway</h1>");
    assert_eq!(reason.to_string(), r#"the content type is "text/html", not "application/problem+json""#);
}

#[test]
fn a_body_that_breaks_off_is_no_problem() {
    let error = call(BROKEN).0.unwrap_err();
    let CallError::NoProblem(response, ReadError::Incomplete(_)) = error else { panic!("{error:?}") };
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(response.body(), "{\"type\":");
}

#[test]
fn no_more_of_a_body_is_read_than_the_limit() {
    assert!(matches!(call(&long(BODY_LIMIT)).0, Err(CallError::Typed(..))));
    let error = call(&long(BODY_LIMIT + 1)).0.unwrap_err();
    let CallError::NoProblem(response, ReadError::TooLong(BODY_LIMIT)) = error else { panic!("{error:?}") };
    assert_eq!(response.body().len(), BODY_LIMIT);

    for (limit, is_typed) in [(99, false), (100, true), (usize::MAX, true)] {
        let server = Server::start([long(100)]);
        let result: Result<_, CallError<VaultError>> =
            block_on(async { client().get(server.url()).send().await?.ok_or_problem_within(limit).await });
        assert_eq!(result.unwrap_err().typed().is_some(), is_typed, "{limit}");
    }
}

#[test]
fn whatever_is_no_failure_is_let_through() {
    let server = Server::start([SUCCESS]);
    let (status, body) = block_on(async {
        let response = client().get(server.url()).send().await?.ok_or_problem::<VaultError>().await.unwrap();
        Ok::<_, reqwest::Error>((response.status(), response.text().await?))
    })
    .unwrap();
    assert_eq!(status, StatusCode::OK);
    assert_eq!(body, r#"{"type":"resource_limit_exceeded","current":3,"limit":3}"#);
    assert_eq!(call(NOT_MODIFIED).0.unwrap().status(), StatusCode::NOT_MODIFIED);
}

#[test]
fn a_type_is_resolved_against_the_url_after_all_redirects() {
    let server = Server::start([ELSEWHERE, UNKNOWN]);
    let error: CallError<VaultError> =
        block_on(async { client().get(server.url()).send().await?.ok_or_problem().await }).unwrap_err();
    let CallError::Untyped(details) = error else { panic!("{error:?}") };
    assert_eq!(details.type_uri(), server.url().replace("v1/vaults", "elsewhere/maintenance"));
}

#[test]
fn no_response_is_a_matter_of_transport() {
    let error: CallError<VaultError> =
        block_on(async { client().get(nowhere()).send().await?.ok_or_problem().await }).unwrap_err();
    assert!(matches!(&error, CallError::Transport(error) if error.is::<reqwest::Error>()), "{error:?}");
    assert_eq!((error.status(), error.retry_after()), (None, None));
}

#[test]
fn problems_are_asked_for_after_what_the_caller_accepts() {
    let server = Server::start([LIMIT]);
    let client = client();
    let mut request = client.get(server.url()).header("accept", "application/json").build().unwrap();
    accept_problems(request.headers_mut());
    block_on(client.execute(request)).unwrap();
    let request = &server.requests()[0];
    let accept: Vec<_> = request.lines().filter(|line| line.starts_with("accept:")).collect();
    assert_eq!(accept, ["accept: application/json, application/problem+json"]);
}
