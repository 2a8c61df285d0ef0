//! Tests the responses of the service when nothing fails.

use crate::harness::{ALICE, BOB, Server};

#[test]
fn a_vault_can_be_created_used_and_deleted() {
    let server = Server::start();
    let answers = |asked: &str, body: &str, expected: &str| {
        assert_eq!(server.send(ALICE, asked, body).text(), expected, "{asked}");
    };

    answers("GET /v1/vaults", "", "200\ncontent-type: application/json\n\n{\"vaults\":[]}");
    answers(
        "POST /v1/vaults",
        r#"{"name":"prod"}"#,
        "201\ncontent-type: application/json\nlocation: /v1/vaults/v1\n\n{\"id\":\"v1\",\"name\":\"prod\"}",
    );
    answers("PUT /v1/vaults/v1/secrets/db/password", r#"{"value":"s3cret"}"#, "204\n\n");
    answers(
        "GET /v1/vaults/v1/secrets/db/password?pretty",
        "",
        "200\ncontent-type: application/json\ncache-control: no-store\n\n{\"path\":\"db/password\",\"value\":\"s3cret\"}",
    );
    answers(
        "GET /v1/vaults/v1",
        "",
        "200\ncontent-type: application/json\n\n{\"id\":\"v1\",\"name\":\"prod\",\"secrets\":[\"db/password\"]}",
    );
    answers("DELETE /v1/vaults/v1/secrets/db/password", "", "204\n\n");
    answers("DELETE /v1/vaults/v1", "", "204\n\n");
    answers("GET /v1/vaults", "", "200\ncontent-type: application/json\n\n{\"vaults\":[]}");
}

#[test]
fn an_agent_can_be_created_and_deleted() {
    let server = Server::start();

    let answer = server.send(BOB, "POST /v1/agents", r#"{"name":"ci"}"#);
    assert_eq!(
        answer.text(),
        "201\ncontent-type: application/json\nlocation: /v1/agents/a1\n\n{\"id\":\"a1\",\"name\":\"ci\"}"
    );
    assert_eq!(server.send(BOB, "GET /v1/agents/a1", "").body(), r#"{"id":"a1","name":"ci"}"#);
    assert_eq!(server.send(BOB, "GET /v1/agents", "").body(), r#"{"agents":[{"id":"a1","name":"ci"}]}"#);
    assert_eq!(server.send(ALICE, "GET /v1/agents", "").body(), r#"{"agents":[]}"#);
    assert_eq!(server.send(BOB, "DELETE /v1/agents/a1", "").status(), 204);
}

#[test]
fn head_has_no_body_and_does_not_count_as_an_access() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/once", r#"{"value":"s","max_access_count":1}"#);

    for (asked, status) in [
        ("HEAD /v1/vaults", 200),
        ("HEAD /v1/vaults/v1/secrets/once", 200),
        ("HEAD /v1/vaults/v1/secrets/once", 200),
        ("HEAD /v1/vaults/v1/secrets/none", 404),
    ] {
        let answer = server.send(ALICE, asked, "");
        assert_eq!((answer.status(), answer.body()), (status, ""), "{asked}");
    }
    let head = server.send(ALICE, "HEAD /v1/vaults/v9", "");
    let get = server.send(ALICE, "GET /v1/vaults/v9", "");
    let length = format!("content-length: {}\r\n", get.body().len());
    assert!(head.raw().contains(&length) && get.raw().contains(&length));
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/once", "");
}
