//! Tests of two services with one directory.

use super::{Process, assert_refused, place, vault};
use crate::harness::{ALICE, TempDir, send, set_up};
use crate::service::Directory;
use std::fs;

#[test]
fn a_second_service_is_refused_until_the_first_has_ended() {
    let (_parent, path) = place();
    let first = Process::start(&path);
    set_up(first.address, ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

    let reason = format!("{}: in use by process {}", path.display(), first.id());
    assert_refused(&mut vault(&path), &reason);
    set_up(first.address, ALICE, "POST /v1/vaults", r#"{"name":"test"}"#);

    first.kill();
    let next = Process::start(&path);
    assert_eq!(
        send(next.address, ALICE, "GET /v1/vaults", "").body(),
        r#"{"vaults":[{"id":"v1","name":"prod"},{"id":"v2","name":"test"}]}"#
    );
    assert_eq!(fs::read_to_string(path.join("vault.lock")).unwrap(), format!("{}\n", next.id()));
}

#[test]
fn a_lock_that_does_not_name_its_process_yet_is_respected() {
    let temp = TempDir::new();
    let _held = Directory::open(temp.path()).unwrap();
    fs::write(temp.path().join("vault.lock"), "").unwrap();

    let error = Directory::open(temp.path()).err().unwrap();

    assert_eq!(error.to_string(), format!("{}: in use by another process", temp.path().display()));
}

#[test]
fn the_rest_of_a_longer_process_number_is_removed() {
    let temp = TempDir::new();
    fs::write(temp.path().join("vault.lock"), "4000000000\nand more").unwrap();

    let _held = Directory::open(temp.path()).unwrap();

    let id = fs::read_to_string(temp.path().join("vault.lock")).unwrap();
    assert_eq!(id, format!("{}\n", std::process::id()));
}
