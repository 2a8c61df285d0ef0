//! A client of the example `vault`, which gets the errors that the vault declares as typed errors.
//!
//! `cargo run --example client` starts its own vault. `cargo run --example client -- http://127.0.0.1:7070` calls a
//! vault that is already running, with its data. The client sends requests that must fail, and `explain` matches on
//! the error. It is the same `VaultError` that the vault sent.

#[allow(dead_code, reason = "the client has no use for the command line of the vault")]
#[path = "vault/service/mod.rs"]
mod service;

use self::service::error::{SecretGone, VaultError};
use self::service::log::one_line;
use self::service::{Directory, Log, Vault, serve};
use http::{Method, Request, header};
use problem_core::client::ureq_3::OkOrProblem as _;
use problem_core::client::{CallError, accept_problems};
use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use std::{env, fs, process, thread};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use ureq::Agent;

/// Returns advice for the user, which depends on the type of the error and not on its text.
fn explain(error: &CallError<VaultError>) -> String {
    match error {
        CallError::Typed(error, response) => match error {
            VaultError::InvalidPath { fault, .. } => format!("the path is wrong: it {fault}"),
            VaultError::InvalidField { field, fault } => format!("`{field}` is wrong: it {fault}"),
            VaultError::BodyTooLarge { limit } => format!("send at most {limit} bytes"),
            VaultError::BodyTooSlow { seconds } => format!("send the body within {seconds} s"),
            VaultError::TokenMissing => "log in first".to_owned(),
            VaultError::TokenRejected(_) => "log in again".to_owned(),
            VaultError::NotOwner { resource, id, .. } => format!("ask the owner of {resource} {id}"),
            VaultError::ResourceLimitExceeded { resource, current, limit, tier, .. } => {
                format!("{current} of {limit} {resource}s on the {tier} tier; time to upgrade")
            }
            VaultError::RouteNotFound { .. } => "the client has the wrong address".to_owned(),
            VaultError::ResourceNotFound { resource, id } => format!("{resource} {id} does not exist"),
            VaultError::MethodNotAllowed { allow } => format!("try one of {allow}"),
            VaultError::NameTaken { resource, id, .. } => format!("{resource} {id} already has that name"),
            VaultError::Gone(SecretGone::Expired { path }) => format!("{path} has expired"),
            VaultError::Gone(SecretGone::Deleted { path }) => format!("{path} was deleted"),
            VaultError::Gone(SecretGone::UsedUp { max_access_count, .. }) => {
                format!("no reads left (the limit was {max_access_count})")
            }
            VaultError::RateLimited { burst, wait, .. } => {
                format!("at most {burst} requests at once; try again in {} s", wait.as_secs())
            }
            // The errors that only the server can hold, and any errors that a newer server adds.
            VaultError::Other(details) => match details.instance() {
                Some(instance) => format!("{details} Quote {instance} to support."),
                None => details.to_string(),
            },
            VaultError::InvalidBody(_)
            | VaultError::IncompleteBody(_)
            | VaultError::Storage { .. }
            | VaultError::Crashed(_) => format!("{error}, {}: a client never reads this", response.status()),
        },
        CallError::Untyped(details) => format!("another problem: {details}"),
        CallError::NoProblem(response, reason) => format!("{}: {reason}", response.status()),
        CallError::Transport(error) => format!("no response: {error}"),
        _ => error.to_string(),
    }
}

struct Client {
    agent: Agent,
    address: String,
}

const ALICE: Option<&str> = Some("alice-token");
const BOB: Option<&str> = Some("bob-token");

impl Client {
    fn new(address: String) -> Self {
        // Otherwise, ureq discards the body of a failure, and the problem with it.
        let config = Agent::config_builder().http_status_as_error(false);
        Self { agent: config.build().into(), address }
    }

    /// Sends a request and returns the body of a successful response.
    fn call(
        &self,
        token: Option<&str>,
        method: Method,
        path: &str,
        body: &str,
    ) -> Result<String, CallError<VaultError>> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.address));
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let mut request = request.body(body.to_owned()).map_err(CallError::transport)?;
        accept_problems(request.headers_mut());
        let answer =
            if body.is_empty() { self.agent.run(request.map(drop)) } else { self.agent.run(request) };
        Ok(answer.ok_or_problem()?.body_mut().read_to_string()?)
    }

    /// Sends a request that must fail, and prints the advice for its error.
    fn fail(&self, token: Option<&str>, method: Method, path: &str, body: &str) {
        let asked = format!("{method} {path}");
        match self.call(token, method, path, body) {
            Ok(_) => print(&format!("{asked}: succeeded unexpectedly")),
            Err(error) => print(&format!("{asked}: {}", explain(&error))),
        }
    }

    /// Creates a vault and returns its id.
    fn create(&self, name: &str) -> Result<String, Box<dyn Error>> {
        let created = self.call(ALICE, Method::POST, "/v1/vaults", &format!(r#"{{"name":"{name}"}}"#))?;
        let created: serde_json::Value = serde_json::from_str(&created)?;
        Ok(created["id"].as_str().ok_or("the new vault has no id")?.to_owned())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let (address, data) = match env::args().nth(1) {
        Some(address) => (address, None),
        None => start()?,
    };
    let client = Client::new(address);
    let name = format!("client-{}", process::id());
    let own = client.create(&name)?;
    let secret = |name: &str| format!("/v1/vaults/{own}/secrets/{name}");

    client.fail(None, Method::GET, "/v1/vaults", "");
    client.fail(Some("carol-token"), Method::GET, "/v1/vaults", "");
    client.fail(ALICE, Method::GET, "/v2", "");
    client.fail(ALICE, Method::PUT, "/v1/vaults", "{}");
    client.fail(ALICE, Method::GET, "/v1/vaults/v999", "");
    client.fail(ALICE, Method::POST, "/v1/vaults", "{");
    client.fail(ALICE, Method::POST, "/v1/vaults", r#"{"name":""}"#);
    client.fail(ALICE, Method::POST, "/v1/vaults", &format!(r#"{{"name":"{name}"}}"#));
    client.fail(ALICE, Method::POST, "/v1/vaults", &" ".repeat(17_000));
    client.fail(ALICE, Method::GET, &secret("a//b"), "");
    client.fail(BOB, Method::GET, &format!("/v1/vaults/{own}"), "");

    client.call(ALICE, Method::PUT, &secret("once"), r#"{"value":"x","max_access_count":1}"#)?;
    client.call(ALICE, Method::GET, &secret("once"), "")?;
    client.fail(ALICE, Method::GET, &secret("once"), "");
    client.call(ALICE, Method::PUT, &secret("deleted"), r#"{"value":"x"}"#)?;
    client.call(ALICE, Method::DELETE, &secret("deleted"), "")?;
    client.fail(ALICE, Method::GET, &secret("deleted"), "");
    client.call(ALICE, Method::PUT, &secret("brief"), r#"{"value":"x","expires_in":1}"#)?;
    thread::sleep(Duration::from_secs(1));
    client.fail(ALICE, Method::GET, &secret("brief"), "");

    let others = ["second", "third"].map(|name| client.create(name));
    client.fail(ALICE, Method::POST, "/v1/vaults", r#"{"name":"fourth"}"#);
    let too_many = (0..60).map(|_| client.call(BOB, Method::GET, "/v1/vaults", "")).find_map(Result::err);
    let explained = too_many.as_ref().map_or("succeeded unexpectedly".to_owned(), explain);
    print(&format!("GET /v1/vaults, many times: {explained}"));

    for vault in others.into_iter().flatten().chain([own]) {
        client.call(ALICE, Method::DELETE, &format!("/v1/vaults/{vault}"), "")?;
    }
    if let Some(data) = data {
        // Without its directory, the vault cannot save a change.
        fs::remove_dir_all(data)?;
        client.fail(ALICE, Method::POST, "/v1/agents", r#"{"name":"ci"}"#);
    }
    Client::new(nowhere()?).fail(ALICE, Method::GET, "/v1/vaults", "");
    Ok(())
}

/// Prints a line, which may contain arbitrary text from a server.
///
/// Unlike `println!`, it does not panic if the reader of standard output is gone.
fn print(text: &str) {
    let _ = writeln!(io::stdout(), "{}", one_line(text));
}

/// Starts a vault, and returns its address and its data directory.
fn start() -> Result<(String, Option<PathBuf>), Box<dyn Error>> {
    let data = env::temp_dir().join(format!("vault-of-client-{}", process::id()));
    let vault = Vault::open(Directory::open(&data)?, Box::new(SystemTime::now), Log::to(io::sink()))?;
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)))?;
    let address = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || match runtime.block_on(serve(listener, vault)) {});
    Ok((address, Some(data)))
}

/// Returns an address that no server listens on.
fn nowhere() -> io::Result<String> {
    Ok(format!("http://{}", std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?))
}
