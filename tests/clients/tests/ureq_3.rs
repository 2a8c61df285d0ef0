//! ureq 3.

use problem_core::client::accept_problems;
use problem_core::client::ureq_3::OkOrProblem as _;
use std::error::Error;
use std::io::{self, ErrorKind, Read};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;
use ureq::{Agent, Body};

problem_clients::test_client!(call_with);

fn call_with(url: &str, Call { is_head, is_unlabelled, limit }: Call) -> Called {
    let agent = agent(Agent::config_builder().http_status_as_error(false));
    let answer = if is_head { agent.head(url).call() } else { agent.get(url).call() };
    let mut response = match (is_unlabelled, limit) {
        (false, None) => answer.ok_or_problem()?,
        (false, Some(limit)) => answer.ok_or_problem_within(limit)?,
        (true, None) => answer.ok_or_unlabelled_problem()?,
        (true, Some(limit)) => answer.ok_or_unlabelled_problem_within(limit)?,
    };
    Ok((response.status(), response.body_mut().read_to_string()?))
}

fn agent(config: ConfigBuilder<AgentScope>) -> Agent {
    config.proxy(None).build().into()
}

#[test]
fn the_error_of_an_agent_that_drops_the_problem_says_how_to_keep_it() {
    let server = Server::start([LIMIT]);
    let answer = agent(Agent::config_builder()).get(server.url()).call();
    let error = answer.ok_or_problem::<VaultError>().unwrap_err();
    let advice = "ureq discarded the body of the response, and the problem with it; \
        build the agent with `http_status_as_error(false)`";
    assert_eq!(error.to_string(), advice);
    // A `main` that returns this error prints its `Debug` text, which must give the same advice.
    assert_eq!(format!("{error:?}"), format!("Transport({advice})"));
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.source().unwrap().to_string(), "http status: 403");
}

#[test]
fn a_response_that_ureq_did_not_fetch_has_no_url() {
    for extension in [None, Some("of a middleware")] {
        let body = Body::builder().data(r#"{"type":"maintenance"}"#);
        let mut response =
            http::Response::builder().status(503).header("content-type", "application/problem+json");
        if let Some(extension) = extension {
            response = response.extension(extension);
        }
        let error = response.body(body).unwrap().ok_or_problem::<VaultError>().unwrap_err();
        let CallError::Untyped(details) = error else { panic!("{error:?}") };
        assert_eq!(details.type_uri(), "maintenance");
    }
}

#[test]
fn a_response_itself_can_be_an_unlabelled_problem() {
    let response = || {
        let body = Body::builder().data(r#"{"detail":"Wait."}"#);
        http::Response::builder().status(429).header("retry-after", "7").body(body).unwrap()
    };
    let error = response().ok_or_unlabelled_problem::<VaultError>().unwrap_err();
    assert_eq!(error.typed(), Some(&VaultError::TooFast { wait: Duration::from_secs(7) }));
    let error = response().ok_or_unlabelled_problem_within::<VaultError>(17).unwrap_err();
    assert!(matches!(&error, CallError::NoProblem(_, ReadError::TooLong(17))), "{error:?}");
    assert!(response().ok_or_unlabelled_problem_within::<VaultError>(18).unwrap_err().typed().is_some());
}

/// A reader that fails with `Interrupted` once, and then reads from the text.
struct Interrupted(bool, &'static [u8]);

impl Read for Interrupted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if std::mem::take(&mut self.0) { Err(ErrorKind::Interrupted.into()) } else { self.1.read(buffer) }
    }
}

/// By the contract of `Read`, `Interrupted` is not an error.
#[test]
fn an_interrupted_body_is_read_to_its_end() {
    let body = br#"{"type":"resource_limit_exceeded","current":3,"limit":3}"#;
    let response = http::Response::builder()
        .status(403)
        .header("content-type", "application/problem+json")
        .body(Body::builder().reader(Interrupted(true, body)))
        .unwrap();
    let error = response.ok_or_problem::<VaultError>().unwrap_err();
    assert_eq!(error.typed(), Some(&VaultError::ResourceLimitExceeded { current: 3, limit: 3 }), "{error}");
}

#[test]
fn accept_problems_extends_the_accept_field_of_the_caller() {
    let server = Server::start([LIMIT]);
    let agent = agent(Agent::config_builder().http_status_as_error(false));
    let mut request = agent.get(server.url()).header("accept", "application/json");
    accept_problems(request.headers_mut().unwrap());
    request.call().unwrap();
    let request = &server.requests()[0];
    let accept: Vec<_> = request.lines().filter(|line| line.starts_with("accept:")).collect();
    assert_eq!(accept, ["accept: application/json, application/problem+json"]);
}
