//! Tests that only a mark remains of a secret that can no longer be read, and only for a while.

use crate::harness::{ALICE, BOB, Server, TempDir, at, send};
use crate::service::server::answer;
use crate::service::state::MAX_MARKS;
use crate::service::{Directory, Log, Vault};
use http::Request;
use http_body_util::Full;
use hyper::body::Bytes;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{fs, io};
use tokio::runtime::Runtime;

const EXPIRED: &str = r#"{"type":"secret_expired","title":"Expired","status":410,"detail":"Secret brief has expired.","path":"brief"}"#;

#[test]
fn a_value_that_is_used_up_is_removed_with_its_last_access() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/twice", r#"{"value":"s3cret","max_access_count":2}"#);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/twice", "");
    assert!(file(server.directory()).contains("s3cret"));

    let answer = server.send(ALICE, "GET /v1/vaults/v1/secrets/twice", "");

    assert_eq!(answer.body(), r#"{"path":"twice","value":"s3cret"}"#);
    assert!(!file(server.directory()).contains("s3cret"));
    let used_up = r#"{"type":"secret_used_up","title":"Used Up","status":410,"detail":"Secret twice has been read as often as allowed (2).","path":"twice","max_access_count":2}"#;
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/twice", "").body(), used_up);
    let server = server.restart();
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/twice", "").body(), used_up);
}

#[test]
fn a_value_that_expires_is_removed_without_a_request() {
    let server = Server::start();
    server.sleeps_until(None);
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/later", r#"{"value":"la7er","expires_in":90}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/brief", r#"{"value":"s3cret","expires_in":60}"#);
    server.sleeps_until(Some(60));
    server.pass(59);
    assert!(file(server.directory()).contains("s3cret"));

    server.pass(1);
    server.sleeps_until(Some(90));
    let after = file(server.directory());
    assert!(!after.contains("s3cret") && after.contains("la7er"), "{after}");
    server.pass(30);
    server.sleeps_until(None);
    assert!(!file(server.directory()).contains("la7er"));

    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/brief", "").body(), EXPIRED);
    assert_eq!(server.log().len(), 1);
    let server = server.restart();
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/brief", "").body(), EXPIRED);
}

#[test]
fn a_value_that_has_expired_is_removed_at_the_start() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/brief", r#"{"value":"s3cret","expires_in":60}"#);

    let server = server.restart_after(60);

    assert!(!file(server.directory()).contains("s3cret"));
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/brief", "").body(), EXPIRED);
}

#[test]
fn a_value_that_has_expired_is_removed_with_any_change() {
    let temp = TempDir::new();
    let passed = Arc::new(AtomicU64::new(0));
    let clock = Box::new({
        let passed = Arc::clone(&passed);
        move || at(passed.load(Ordering::Relaxed))
    });
    let vault = Vault::open(Directory::open(temp.path()).unwrap(), clock, Log::to(io::sink())).unwrap();
    let (vault, runtime) = (Arc::new(vault), Runtime::new().unwrap());
    // Without the server, nothing happens except for the requests.
    let ask = |method: &str, path: &str, body: &'static str| {
        let request =
            Request::builder().method(method).uri(path).header("authorization", ALICE).body(()).unwrap();
        let (head, ()) = request.into_parts();
        let answer = answer(Arc::clone(&vault), &head, Full::new(Bytes::from(body)));
        runtime.block_on(answer).map(|response| response.status().as_u16())
    };
    ask("POST", "/v1/vaults", r#"{"name":"prod"}"#).unwrap();
    ask("PUT", "/v1/vaults/v1/secrets/brief", r#"{"value":"s3cret","expires_in":60}"#).unwrap();
    passed.store(60, Ordering::Relaxed);
    assert!(ask("GET", "/v1/vaults/v1/secrets/brief", "").is_err());
    assert!(file(temp.path()).contains("s3cret"));

    ask("POST", "/v1/agents", r#"{"name":"ci"}"#).unwrap();

    assert!(!file(temp.path()).contains("s3cret"));
}

#[test]
fn a_removal_that_could_not_be_written_is_tried_again() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/brief", r#"{"value":"s3cret","expires_in":60}"#);
    server.sleeps_until(Some(60));
    let in_the_way = server.directory().join("vault.json.new");
    fs::create_dir(&in_the_way).unwrap();
    let reason = fs::remove_file(&in_the_way).unwrap_err();

    server.pass(60);
    server.sleeps_until(Some(120));
    let failed = format!(
        "expired secrets are still in the file: cannot write {}: {reason}",
        server.directory().join("vault.json").display()
    );
    assert_eq!(server.log(), [failed.as_str()]);
    server.pass(60);
    server.sleeps_until(Some(180));
    assert_eq!(server.log(), [failed.as_str(), &failed]);
    fs::remove_dir(&in_the_way).unwrap();
    server.pass(60);
    server.sleeps_until(None);

    assert!(!file(server.directory()).contains("s3cret"));
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/brief", "").body(), EXPIRED);
}

#[test]
fn the_oldest_mark_is_forgotten() {
    let server = Server::start();
    server.set_up(BOB, "POST /v1/vaults", r#"{"name":"prod"}"#);
    // The order of these paths is neither alphabetical nor the reverse.
    let path = |number: usize| format!("/v1/vaults/v1/secrets/{}", number * 7 % 103);
    let status = |number| server.send(BOB, &format!("GET {}", path(number)), "").status();
    server.set_up(BOB, "PUT /v1/vaults/v1/secrets/kept", r#"{"value":"s"}"#);
    for number in 0..MAX_MARKS {
        server.pass(2);
        server.set_up(BOB, &format!("PUT {}", path(number)), r#"{"value":"s"}"#);
        server.set_up(BOB, &format!("DELETE {}", path(number)), "");
    }
    server.pass(60);
    assert_eq!([status(0), status(1)], [410, 410]);

    server.set_up(BOB, &format!("PUT {}", path(MAX_MARKS)), r#"{"value":"s","max_access_count":1}"#);
    server.set_up(BOB, &format!("GET {}", path(MAX_MARKS)), "");
    assert_eq!([status(0), status(1), status(MAX_MARKS)], [404, 410, 410]);

    server.set_up(BOB, &format!("PUT {}", path(MAX_MARKS + 1)), r#"{"value":"s","expires_in":1}"#);
    server.sleeps_until(Some(2 * MAX_MARKS as u64 + 61));
    server.pass(1);
    server.sleeps_until(None);
    assert_eq!([status(1), status(2), status(MAX_MARKS + 1)], [404, 410, 410]);
    server.set_up(BOB, "GET /v1/vaults/v1/secrets/kept", "");
}

#[test]
fn secrets_that_expired_first_are_forgotten_first() {
    // More than the service remembers, and all of them expired while it did not run.
    let secrets: Vec<_> = (0..MAX_MARKS + 2)
        .map(|number| {
            let expires_at = 1000 - number;
            format!(
                r#""{number:03}":{{"kept":{{"value":"s3cret","expires_at":{expires_at},"max_access_count":null,"access_count":0}}}}"#
            )
        })
        .collect();
    let server = Server::start_with(&data_of_bob(&secrets.join(",")));

    let status =
        |number: usize| server.send(BOB, &format!("GET /v1/vaults/v1/secrets/{number:03}"), "").status();
    assert_eq!([0, 1, MAX_MARKS - 1, MAX_MARKS, MAX_MARKS + 1].map(status), [410, 410, 410, 404, 404]);
    assert!(!file(server.directory()).contains("s3cret"));
}

#[test]
fn data_of_an_earlier_version_can_be_read() {
    let kept =
        r#""api":{"kept":{"value":"l1ve","expires_at":null,"max_access_count":null,"access_count":0}}"#;
    let used_up =
        r#""once":{"kept":{"value":"dead1","expires_at":null,"max_access_count":1,"access_count":1}}"#;
    let expired =
        r#""brief":{"kept":{"value":"dead2","expires_at":1000,"max_access_count":null,"access_count":0}}"#;
    // The earlier version left a mark for each deletion, without a limit.
    let deleted: Vec<_> = (0..MAX_MARKS).map(|number| format!(r#""d{number:03}":"deleted""#)).collect();
    let secrets = [kept, used_up, expired, &deleted.join(",")].join(",");

    let server = Server::start_with(&data_of_bob(&secrets));

    let get = |path: &str| send(server.address(), BOB, &format!("GET /v1/vaults/v1/secrets/{path}"), "");
    assert_eq!(get("api").body(), r#"{"path":"api","value":"l1ve"}"#);
    assert_eq!(get("brief").body(), EXPIRED);
    assert_eq!(
        get("once").body(),
        r#"{"type":"secret_used_up","title":"Used Up","status":410,"detail":"Secret once has been read as often as allowed (1).","path":"once","max_access_count":1}"#
    );
    assert_eq!(
        get("d099").body(),
        r#"{"type":"secret_deleted","title":"Deleted","status":410,"detail":"Secret d099 has been deleted.","path":"d099"}"#
    );
    assert_eq!(["d000", "d001", "d002"].map(|path| get(path).status()), [404, 404, 410]);
    assert!(!file(server.directory()).contains("dead"));
    assert!(file(server.directory()).contains("l1ve"));
}

/// Returns a data file with one vault.
fn data_of_bob(secrets: &str) -> String {
    format!(
        r#"{{"vaults":{{"last_id":1,"items":[{{"id":"v1","owner":"bob","name":"prod","content":{{{secrets}}}}}]}},"agents":{{"last_id":0,"items":[]}}}}"#
    )
}

fn file(directory: &Path) -> String {
    fs::read_to_string(directory.join("vault.json")).unwrap()
}
