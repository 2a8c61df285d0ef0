//! What time and other clients do to a request.

use crate::harness::{ALICE, BOB, Server};
use std::thread;

#[test]
fn a_request_is_earned_each_second() {
    let server = Server::start();
    let statuses =
        |count| (0..count).map(|_| server.send(ALICE, "GET /v1/vaults", "").status()).collect::<Vec<_>>();
    assert_eq!(statuses(51), [vec![200; 50], vec![429]].concat());

    server.pass(2);
    assert_eq!(statuses(3), [200, 200, 429]);

    assert_eq!(server.send(BOB, "GET /v1/vaults", "").status(), 200, "each token has its own share");

    server.pass(3600);
    assert_eq!(statuses(51), [vec![200; 50], vec![429]].concat());
}

#[test]
fn a_token_expires() {
    let server = Server::start();

    server.pass(24 * 60 * 60 - 1);
    server.set_up(ALICE, "GET /v1/vaults", "");
    server.pass(1);

    assert_eq!(server.send(ALICE, "GET /v1/vaults", "").status(), 401);
}

#[test]
fn what_is_gone_makes_room() {
    let server = Server::start();
    let put = |path: &str, body: &str| {
        server.send(ALICE, &format!("PUT /v1/vaults/v1/secrets/{path}"), body).status()
    };
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    assert_eq!(put("brief", r#"{"value":"s","expires_in":60}"#), 204);
    assert_eq!(put("once", r#"{"value":"s","max_access_count":1}"#), 204);
    for path in ["a", "b", "c"] {
        assert_eq!(put(path, r#"{"value":"s"}"#), 204);
    }
    assert_eq!(put("d", r#"{"value":"s"}"#), 403);
    assert_eq!(put("c", r#"{"value":"replaced"}"#), 204, "what replaces a secret needs no room");

    server.pass(60);
    assert_eq!(put("d", r#"{"value":"s"}"#), 204);
    assert_eq!(put("e", r#"{"value":"s"}"#), 403);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/once", "");
    assert_eq!(put("e", r#"{"value":"s"}"#), 204);
    assert_eq!(put("once", r#"{"value":"s"}"#), 403, "what revives a secret does");
    server.set_up(ALICE, "DELETE /v1/vaults/v1/secrets/a", "");
    assert_eq!(put("once", r#"{"value":"s"}"#), 204);
}

#[test]
fn no_more_vaults_than_the_tier_has_at_once() {
    let server = Server::start();

    let mut statuses: Vec<u16> = at_once(16, |number| {
        server.send(ALICE, "POST /v1/vaults", &format!(r#"{{"name":"{number}"}}"#)).status()
    });

    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201; 3], vec![403; 13]].concat());
}

#[test]
fn a_name_is_taken_once_at_once() {
    let server = Server::start();

    let mut statuses = at_once(16, |_| server.send(BOB, "POST /v1/agents", r#"{"name":"ci"}"#).status());

    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201; 1], vec![409; 15]].concat());
}

#[test]
fn no_more_accesses_than_allowed_at_once() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/few", r#"{"value":"s","max_access_count":5}"#);

    let mut statuses = at_once(16, |_| server.send(ALICE, "GET /v1/vaults/v1/secrets/few", "").status());

    statuses.sort_unstable();
    assert_eq!(statuses, [vec![200; 5], vec![410; 11]].concat());
}

fn at_once(clients: usize, client: impl Fn(usize) -> u16 + Sync) -> Vec<u16> {
    let client = &client;
    thread::scope(|scope| {
        let threads: Vec<_> = (0..clients).map(|number| scope.spawn(move || client(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
