//! Tests of the limits that depend on time and on other clients.

use crate::harness::{ALICE, BOB, PATIENCE, Server};
use crate::service::Limits;
use std::io::{ErrorKind, Read, Write};
use std::iter;
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

#[test]
fn a_token_gains_a_request_each_second() {
    let server = Server::start();
    let statuses =
        |count| (0..count).map(|_| server.send(ALICE, "GET /v1/vaults", "").status()).collect::<Vec<_>>();
    assert_eq!(statuses(51), [vec![200; 50], vec![429]].concat());

    server.pass(2);
    assert_eq!(statuses(3), [200, 200, 429]);

    assert_eq!(server.send(BOB, "GET /v1/vaults", "").status(), 200, "each token has its own allowance");

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
fn a_secret_that_is_gone_makes_room() {
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
    assert_eq!(put("c", r#"{"value":"replaced"}"#), 204, "replacing a secret needs no room");

    server.pass(60);
    assert_eq!(put("d", r#"{"value":"s"}"#), 204);
    assert_eq!(put("e", r#"{"value":"s"}"#), 403);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/once", "");
    assert_eq!(put("e", r#"{"value":"s"}"#), 204);
    assert_eq!(put("once", r#"{"value":"s"}"#), 403, "reviving a secret needs room");
    server.set_up(ALICE, "DELETE /v1/vaults/v1/secrets/a", "");
    assert_eq!(put("once", r#"{"value":"s"}"#), 204);
}

#[test]
fn the_time_for_a_body_is_limited_even_if_it_arrives_steadily() {
    let server = Server::start_with_limits(Limits { body: Duration::from_millis(50), ..Limits::default() });
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = format!(
        "POST /v1/vaults HTTP/1.1\r\nhost: vault\r\nauthorization: {ALICE}\r\ncontent-length: 16384\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();

    // The response comes before the end of the body, or this loop would not end.
    stream.set_read_timeout(Some(Duration::from_millis(1))).unwrap();
    let mut answer = Vec::new();
    while answer.is_empty() {
        // After the response, the connection may already be closed.
        let _ = stream.write_all(b" ");
        let _ = stream.read_to_end(&mut answer);
    }

    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{answer}");
    assert_eq!(server.log(), ["408 POST /v1/vaults: the body took longer than 0 s"]);
}

#[test]
fn a_connection_ends_even_if_its_client_reads_nothing() {
    let limits = Limits { connection: Duration::from_millis(500), ..Limits::default() };
    let server = Server::start_with_limits(limits);
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();

    // Each response contains the id twice. The responses soon fill the buffers, and then no more requests fit either.
    let id = "x".repeat(60_000);
    let request = format!("GET /v1/vaults/{id} HTTP/1.1\r\nhost: vault\r\nauthorization: {ALICE}\r\n\r\n");
    let error = iter::repeat_with(|| stream.write_all(request.as_bytes())).find_map(Result::err).unwrap();

    assert!(matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe), "{error}");
}

#[test]
fn an_idle_connection_ends() {
    let limits = Limits { connection: Duration::from_millis(50), ..Limits::default() };
    let server = Server::start_with_limits(limits);
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_read_timeout(Some(PATIENCE / 3)).unwrap();

    assert_eq!(stream.read(&mut [0]).unwrap(), 0);
}

#[test]
fn concurrent_requests_do_not_exceed_the_limit_of_the_tier() {
    let server = Server::start();

    let mut statuses: Vec<u16> = at_once(16, |number| {
        server.send(ALICE, "POST /v1/vaults", &format!(r#"{{"name":"{number}"}}"#)).status()
    });

    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201; 3], vec![403; 13]].concat());
}

#[test]
fn concurrent_requests_take_a_name_only_once() {
    let server = Server::start();

    let mut statuses = at_once(16, |_| server.send(BOB, "POST /v1/agents", r#"{"name":"ci"}"#).status());

    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201; 1], vec![409; 15]].concat());
}

#[test]
fn concurrent_requests_do_not_exceed_the_allowed_accesses() {
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
