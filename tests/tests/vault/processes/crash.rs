//! Tests of `kill -9` at any time.

use super::{Process, place};
use crate::harness::{BOB, send, set_up, try_send};
use std::fs;
use std::sync::mpsc;
use std::thread;

/// The number of writes. The creation of the vault is one more request, and a token allows no more at once.
const WRITES: usize = 49;

#[test]
fn an_acknowledged_write_survives_a_kill() {
    for killed_after in [1, 9, 17, 25, 33, 41] {
        let (_parent, path) = place();
        let process = Process::start(&path);
        let address = process.address;
        set_up(address, BOB, "POST /v1/vaults", r#"{"name":"prod"}"#);
        let (answered, answers) = mpsc::channel();
        // The client continues to write while the service is killed.
        let client = thread::spawn(move || {
            for number in 0..WRITES {
                let body = format!(r#"{{"value":"{}"}}"#, "x".repeat(8000));
                let asked = format!("PUT /v1/vaults/v1/secrets/{number:02}");
                match try_send(address, BOB, &asked, &body) {
                    Ok(answer) if answer.raw().starts_with("HTTP/1.1 204 ") => answered.send(number).unwrap(),
                    _ => break,
                }
            }
        });
        let mut last = 0;
        for _ in 0..killed_after {
            last = answers.recv().unwrap();
        }
        // Waits for the middle of the next write, if there is one.
        while !path.join("vault.json.new").exists() && !client.is_finished() {
            thread::yield_now();
        }
        process.kill();
        client.join().unwrap();
        last = answers.try_iter().last().unwrap_or(last);

        let json: serde_json::Value =
            serde_json::from_slice(&fs::read(path.join("vault.json")).unwrap()).unwrap();
        assert!(json.is_object());
        let process = Process::start(&path);
        let vault = send(process.address, BOB, "GET /v1/vaults/v1", "");
        let vault: serde_json::Value = serde_json::from_str(vault.body()).unwrap();
        let secrets = vault["secrets"].as_array().unwrap();
        let expected: Vec<_> = (0..secrets.len()).map(|number| format!("{number:02}")).collect();
        assert_eq!(*secrets, expected);
        // The last secret may have been written without a response.
        assert!((last + 1..=last + 2).contains(&secrets.len()), "{last} {}", secrets.len());
    }
}

#[test]
fn the_file_is_complete_at_any_time() {
    let (_parent, path) = place();
    let process = Process::start(&path);
    let address = process.address;
    set_up(address, BOB, "POST /v1/vaults", r#"{"name":"prod"}"#);
    let client = thread::spawn(move || {
        let body = format!(r#"{{"value":"{}"}}"#, "x".repeat(16_000));
        for number in 0..WRITES {
            set_up(address, BOB, &format!("PUT /v1/vaults/v1/secrets/{number}"), &body);
        }
    });

    while !client.is_finished() {
        let file = fs::read(path.join("vault.json")).unwrap();
        assert!(file.ends_with(b"}"), "{} bytes", file.len());
    }
    client.join().unwrap();
}

#[test]
fn a_half_written_file_is_removed_at_the_next_start() {
    let (_parent, path) = place();
    drop(Process::start(&path));
    fs::write(path.join("vault.json.new"), r#"{"vaults":{"last_id":1,"items":[{"id":"v1","s3cret"#).unwrap();

    let _process = Process::start(&path);

    assert!(!path.join("vault.json.new").exists());
}
