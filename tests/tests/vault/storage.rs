//! Tests of the data file: what survives a restart, and what happens when it cannot be written.

use crate::harness::{ALICE, BOB, Server, TempDir};
use crate::service::{Directory, Vault};
use std::fs;

#[test]
fn data_survives_a_restart() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/api/key", r#"{"value":"s3cret \"quoted\""}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/brief", r#"{"value":"s","expires_in":60}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/once", r#"{"value":"s","max_access_count":1}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/old", r#"{"value":"s"}"#);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/once", "");
    server.set_up(ALICE, "DELETE /v1/vaults/v1/secrets/old", "");
    server.set_up(BOB, "POST /v1/agents", r#"{"name":"ci"}"#);
    server.set_up(BOB, "DELETE /v1/agents/a1", "");

    let server = server.restart();

    let answer = server.send(ALICE, "GET /v1/vaults/v1", "");
    assert_eq!(answer.body(), r#"{"id":"v1","name":"prod","secrets":["api/key","brief"]}"#);
    let answer = server.send(ALICE, "GET /v1/vaults/v1/secrets/api/key", "");
    assert_eq!(answer.body(), r#"{"path":"api/key","value":"s3cret \"quoted\""}"#);
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/once", "").status(), 410);
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/old", "").status(), 410);
    server.pass(60);
    assert_eq!(server.send(ALICE, "GET /v1/vaults/v1/secrets/brief", "").status(), 410);
    let answer = server.send(BOB, "POST /v1/agents", r#"{"name":"ci"}"#);
    assert_eq!(answer.body(), r#"{"id":"a2","name":"ci"}"#, "an id is given out once");
}

#[test]
fn the_data_of_an_earlier_run_can_be_removed() {
    let temp = TempDir::new();
    let file = temp.path().join("vault.json");
    fs::write(&file, "{").unwrap();

    let directory = Directory::open(temp.path()).unwrap();
    for _ in 0..2 {
        Vault::remove_data(&directory).unwrap();
    }

    assert!(!file.exists());
}

#[test]
fn a_deleted_value_is_no_longer_in_the_file() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/api", r#"{"value":"s3cret"}"#);
    let file = server.directory().join("vault.json");
    assert!(fs::read_to_string(&file).unwrap().contains("s3cret"));

    server.set_up(ALICE, "DELETE /v1/vaults/v1/secrets/api", "");

    assert!(!fs::read_to_string(&file).unwrap().contains("s3cret"));
    let mut names: Vec<_> =
        fs::read_dir(server.directory()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["vault.json", "vault.lock"], "no other file is left");
}

#[test]
fn the_reason_is_in_the_log_and_not_in_the_response() {
    let server = Server::start();
    let directory = server.directory();
    fs::remove_dir_all(directory).unwrap();
    let reason = fs::metadata(directory).unwrap_err().to_string();

    let answer = server.send(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

    assert_eq!(answer.status(), 500);
    let file = directory.join("vault.json");
    let line = format!("500 POST /v1/vaults: incident 1: cannot write {}: {reason}", file.display());
    assert_eq!(server.log(), [line]);
    let directory = directory.to_str().unwrap();
    for text in [&*reason, "No such file", "os error", "vault.json", directory, "cannot write"] {
        assert!(!answer.raw().contains(text), "{text:?} in {answer:?}");
    }
}

#[test]
fn a_change_that_is_not_saved_is_not_made() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/once", r#"{"value":"s","max_access_count":1}"#);
    // The directory in place of the file can be neither written nor replaced.
    let file = server.directory().join("vault.json");
    fs::remove_file(&file).unwrap();
    fs::create_dir_all(file.join("in the way")).unwrap();

    for (incident, (asked, body)) in [
        ("POST /v1/vaults", r#"{"name":"test"}"#),
        ("PUT /v1/vaults/v1/secrets/api", r#"{"value":"s"}"#),
        ("GET /v1/vaults/v1/secrets/once", ""),
        ("DELETE /v1/vaults/v1", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = server.send(ALICE, asked, body);
        assert_eq!(answer.status(), 500, "{asked}");
        assert!(answer.body().contains(&format!("incident-{}", incident + 1)), "{answer:?}");
    }
    assert_eq!(server.log().len(), 4);
    assert!(!server.directory().join("vault.json.new").exists(), "no half-written file is left");
    fs::remove_dir_all(&file).unwrap();

    let answer = server.send(ALICE, "GET /v1/vaults/v1", "");
    assert_eq!(answer.body(), r#"{"id":"v1","name":"prod","secrets":["once"]}"#);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/once", "");
    let answer = server.send(ALICE, "POST /v1/vaults", r#"{"name":"test"}"#);
    assert_eq!(answer.body(), r#"{"id":"v2","name":"test"}"#);
}

#[test]
fn every_failure_is_logged() {
    let server = Server::start();

    server.send(ALICE, "GET /v1/vaults/v9", "");
    server.send("Bearer mallory-token", "GET /v1/vaults", "");
    server.send(ALICE, "GET /v1/vaults", "");

    assert_eq!(
        server.log(),
        ["404 GET /v1/vaults/v9: no vault v9", "401 GET /v1/vaults: token rejected: nobody has this token",]
    );
}
