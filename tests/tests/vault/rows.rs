//! Tests the exact response to each kind of failure.

use crate::harness::{ALICE, BOB, Server, assert_problem};

#[test]
fn an_invalid_path_gets_400() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

    let detail = |path: &str, body: &str| {
        assert_problem(&server.send(ALICE, &format!("GET /v1/vaults/v1/secrets/{path}"), ""), 400, "", body);
    };
    detail(
        "db//password",
        r#"{"type":"invalid_path","title":"Invalid Path","status":400,"detail":"The path of the secret has an empty segment.","fault":"empty_segment"}"#,
    );
    detail(
        "",
        r#"{"type":"invalid_path","title":"Invalid Path","status":400,"detail":"The path of the secret has an empty segment.","fault":"empty_segment"}"#,
    );
    detail(
        "db/../password",
        r#"{"type":"invalid_path","title":"Invalid Path","status":400,"detail":"The path of the secret has `.` or `..` as a segment.","fault":"dot_segment"}"#,
    );
    detail(
        "db%2Fpassword",
        r#"{"type":"invalid_path","title":"Invalid Path","status":400,"detail":"The path of the secret has a character other than letters, digits, `-`, `_` and `.`.","fault":"character"}"#,
    );
    detail(
        &"x".repeat(257),
        r#"{"type":"invalid_path","title":"Invalid Path","status":400,"detail":"The path of the secret is longer than 256 characters.","fault":"too_long"}"#,
    );
}

#[test]
fn an_invalid_body_gets_400() {
    let server = Server::start();

    let refused = |body: &str, problem: &str| {
        assert_problem(&server.send(ALICE, "POST /v1/vaults", body), 400, "", problem);
    };
    refused(
        "name=prod",
        r#"{"type":"invalid_body","title":"Invalid Body","status":400,"detail":"The body does not fit this route: expected ident at line 1 column 2."}"#,
    );
    refused(
        "",
        r#"{"type":"invalid_body","title":"Invalid Body","status":400,"detail":"The body does not fit this route: EOF while parsing a value at line 1 column 0."}"#,
    );
    refused(
        "{}",
        r#"{"type":"invalid_body","title":"Invalid Body","status":400,"detail":"The body does not fit this route: missing field `name` at line 1 column 2."}"#,
    );
    refused(
        r#"{"name":"prod","nmae":""}"#,
        r#"{"type":"invalid_body","title":"Invalid Body","status":400,"detail":"The body does not fit this route: unknown field `nmae`, expected `name` at line 1 column 21."}"#,
    );
    refused(
        r#"{"name":""}"#,
        r#"{"type":"invalid_field","title":"Invalid Field","status":400,"detail":"`name` must not be empty.","field":"name","fault":"empty"}"#,
    );
    refused(
        &format!(r#"{{"name":"{}"}}"#, "ä".repeat(65)),
        r#"{"type":"invalid_field","title":"Invalid Field","status":400,"detail":"`name` must not have more than 64 characters.","field":"name","fault":"too_long"}"#,
    );
}

#[test]
fn an_invalid_secret_gets_400() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

    let refused = |body: &str, problem: &str| {
        assert_problem(&server.send(ALICE, "PUT /v1/vaults/v1/secrets/api", body), 400, "", problem);
    };
    refused(
        r#"{"value":"s","expires_in":0}"#,
        r#"{"type":"invalid_field","title":"Invalid Field","status":400,"detail":"`expires_in` must not be zero.","field":"expires_in","fault":"zero"}"#,
    );
    refused(
        r#"{"value":"s","max_access_count":0}"#,
        r#"{"type":"invalid_field","title":"Invalid Field","status":400,"detail":"`max_access_count` must not be zero.","field":"max_access_count","fault":"zero"}"#,
    );
}

#[test]
fn an_incomplete_body_gets_400() {
    let server = Server::start();

    let answer = server.exchange(
        "POST /v1/vaults HTTP/1.1\r\nhost: vault\r\nauthorization: Bearer alice-token\r\n\
         transfer-encoding: chunked\r\n\r\nno length\r\n",
    );

    let body = r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"The body is incomplete or malformed."}"#;
    assert_problem(&answer, 400, "", body);
}

#[test]
fn a_missing_token_gets_401() {
    let server = Server::start();

    let refused = |fields: &str| {
        let request = format!("GET /v1/vaults HTTP/1.1\r\nhost: vault\r\nconnection: close\r\n{fields}\r\n");
        assert_problem(
            &server.exchange(&request),
            401,
            "www-authenticate: Bearer\n",
            r#"{"type":"about:blank","title":"Unauthorized","status":401,"detail":"Send a token: `Authorization: Bearer <token>`."}"#,
        );
    };
    refused("");
    refused("authorization: Basic YWxpY2U6c2VjcmV0\r\n");
    refused("authorization: alice-token\r\n");
    refused("authorization: Bearer\r\n");
    refused("authorization: Bearer  \r\n");
}

#[test]
fn a_rejected_token_gets_401() {
    let server = Server::start();

    for authorization in ["Bearer mallory-token", "bearer carol-token", "Bearer alice-token x"] {
        assert_problem(
            &server.send(authorization, "GET /v1/vaults", ""),
            401,
            "www-authenticate: Bearer error=\"invalid_token\"\n",
            r#"{"type":"token_rejected","title":"Token Rejected","status":401,"detail":"The token is unknown or no longer valid."}"#,
        );
    }
}

#[test]
fn a_vault_or_agent_of_another_user_gets_403() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/api", r#"{"value":"s"}"#);
    server.set_up(ALICE, "POST /v1/agents", r#"{"name":"ci"}"#);

    for asked in ["GET /v1/vaults/v1", "DELETE /v1/vaults/v1", "GET /v1/vaults/v1/secrets/api"] {
        let body = r#"{"type":"about:blank","title":"Forbidden","status":403,"detail":"Only its owner has access to vault v1.","resource":"vault","resource_id":"v1"}"#;
        assert_problem(&server.send(BOB, asked, ""), 403, "", body);
    }
    let body = r#"{"type":"about:blank","title":"Forbidden","status":403,"detail":"Only its owner has access to agent a1.","resource":"agent","resource_id":"a1"}"#;
    assert_problem(&server.send(BOB, "DELETE /v1/agents/a1", ""), 403, "", body);
}

#[test]
fn a_resource_beyond_the_limit_gets_403() {
    let server = Server::start();
    for name in ["dev", "test", "prod"] {
        server.set_up(ALICE, "POST /v1/vaults", &format!(r#"{{"name":"{name}"}}"#));
    }
    for agent in ["ci", "cd"] {
        server.set_up(ALICE, "POST /v1/agents", &format!(r#"{{"name":"{agent}"}}"#));
    }
    for secret in ["v1/secrets/a", "v1/secrets/b", "v2/secrets/a", "v3/secrets/a", "v3/secrets/b"] {
        server.set_up(ALICE, &format!("PUT /v1/vaults/{secret}"), r#"{"value":"s"}"#);
    }

    let refused = |asked: &str, body: &str, problem: &str| {
        assert_problem(&server.send(ALICE, asked, body), 403, "", problem);
    };
    refused(
        "POST /v1/vaults",
        r#"{"name":"more"}"#,
        r#"{"type":"resource_limit_exceeded","title":"Resource Limit Exceeded","status":403,"detail":"The free tier has room for 3 vaults, and you have 3. Delete one, or move to a larger tier.","resource":"vault","current":3,"limit":3,"tier":"free"}"#,
    );
    refused(
        "POST /v1/agents",
        r#"{"name":"more"}"#,
        r#"{"type":"resource_limit_exceeded","title":"Resource Limit Exceeded","status":403,"detail":"The free tier has room for 2 agents, and you have 2. Delete one, or move to a larger tier.","resource":"agent","current":2,"limit":2,"tier":"free"}"#,
    );
    refused(
        "PUT /v1/vaults/v2/secrets/more",
        r#"{"value":"s"}"#,
        r#"{"type":"resource_limit_exceeded","title":"Resource Limit Exceeded","status":403,"detail":"The free tier has room for 5 secrets, and you have 5. Delete one, or move to a larger tier.","resource":"secret","current":5,"limit":5,"tier":"free"}"#,
    );
}

#[test]
fn an_unknown_resource_or_address_gets_404() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

    let missing = |asked: &str, body: &str| {
        assert_problem(&server.send(ALICE, asked, ""), 404, "", body);
    };
    missing(
        "GET /v1/vaults/v9",
        r#"{"type":"resource_not_found","title":"Resource Not Found","status":404,"detail":"There is no vault v9.","resource":"vault","resource_id":"v9"}"#,
    );
    missing(
        "GET /v1/vaults/v9/secrets/api",
        r#"{"type":"resource_not_found","title":"Resource Not Found","status":404,"detail":"There is no vault v9.","resource":"vault","resource_id":"v9"}"#,
    );
    missing(
        "GET /v1/vaults/v1/secrets/api/key",
        r#"{"type":"resource_not_found","title":"Resource Not Found","status":404,"detail":"There is no secret api/key.","resource":"secret","resource_id":"api/key"}"#,
    );
    missing(
        "DELETE /v1/agents/a9",
        r#"{"type":"resource_not_found","title":"Resource Not Found","status":404,"detail":"There is no agent a9.","resource":"agent","resource_id":"a9"}"#,
    );
    for asked in ["GET /", "GET /v2/vaults", "POST /v1/vaults/", "GET /v1/vaults/v1/secrets", "OPTIONS *"] {
        missing(
            asked,
            r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#,
        );
    }
}

#[test]
fn an_unsupported_method_gets_405() {
    let server = Server::start();

    let refused = |asked: &str, allow: &str| {
        assert_problem(
            &server.send(ALICE, asked, ""),
            405,
            &format!("allow: {allow}\n"),
            &format!(
                r#"{{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"This address allows only {allow}."}}"#
            ),
        );
    };
    refused("PUT /v1/vaults", "GET, HEAD, POST");
    refused("POST /v1/vaults/v1", "GET, HEAD, DELETE");
    refused("PATCH /v1/vaults/v1/secrets/api", "GET, HEAD, PUT, DELETE");
    refused("DELETE /v1/agents", "GET, HEAD, POST");
    refused("BREW /v1/agents/a1", "GET, HEAD, DELETE");
}

#[test]
fn a_taken_name_gets_409() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "POST /v1/agents", r#"{"name":"ci"}"#);

    let body = r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"Your vault v1 already has this name.","resource":"vault","resource_id":"v1"}"#;
    assert_problem(&server.send(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#), 409, "", body);
    let body = r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"Your agent a1 already has this name.","resource":"agent","resource_id":"a1"}"#;
    assert_problem(&server.send(ALICE, "POST /v1/agents", r#"{"name":"ci"}"#), 409, "", body);
    server.set_up(BOB, "POST /v1/vaults", r#"{"name":"prod"}"#);
}

#[test]
fn a_secret_that_is_gone_gets_410() {
    let server = Server::start();
    server.set_up(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/brief", r#"{"value":"s","expires_in":60}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/once", r#"{"value":"s","max_access_count":1}"#);
    server.set_up(ALICE, "PUT /v1/vaults/v1/secrets/old", r#"{"value":"s"}"#);

    server.pass(59);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/brief", "");
    server.pass(1);
    server.set_up(ALICE, "GET /v1/vaults/v1/secrets/once", "");
    server.set_up(ALICE, "DELETE /v1/vaults/v1/secrets/old", "");

    for method in ["GET", "DELETE"] {
        let gone = |path: &str, body: &str| {
            let asked = format!("{method} /v1/vaults/v1/secrets/{path}");
            assert_problem(&server.send(ALICE, &asked, ""), 410, "", body);
        };
        gone(
            "brief",
            r#"{"type":"secret_expired","title":"Expired","status":410,"detail":"Secret brief has expired.","path":"brief"}"#,
        );
        gone(
            "once",
            r#"{"type":"secret_used_up","title":"Used Up","status":410,"detail":"Secret once has been read as often as allowed (1).","path":"once","max_access_count":1}"#,
        );
        gone(
            "old",
            r#"{"type":"secret_deleted","title":"Deleted","status":410,"detail":"Secret old has been deleted.","path":"old"}"#,
        );
    }
}

#[test]
fn a_body_that_is_too_large_gets_413() {
    let server = Server::start();

    let body = r#"{"type":"about:blank","title":"Content Too Large","status":413,"detail":"A body may have at most 16384 bytes.","limit":16384}"#;
    assert_problem(&server.send(ALICE, "POST /v1/vaults", &" ".repeat(16_385)), 413, "", body);
    assert_eq!(server.send(ALICE, "POST /v1/vaults", &" ".repeat(16_384)).status(), 400);
}

#[test]
fn a_request_beyond_the_rate_limit_gets_429() {
    let server = Server::start();
    for _ in 0..50 {
        server.set_up(ALICE, "GET /v1/vaults", "");
    }

    let body = r#"{"type":"about:blank","title":"Too Many Requests","status":429,"detail":"A token allows 50 requests at once, then one per second.","burst":50}"#;
    assert_problem(&server.send(ALICE, "GET /v1/vaults", ""), 429, "retry-after: 1\n", body);
}

#[test]
fn a_storage_failure_gets_500() {
    let server = Server::start();
    std::fs::remove_dir_all(server.directory()).unwrap();

    let answer = server.send(ALICE, "POST /v1/vaults", r#"{"name":"prod"}"#);

    let body = r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"The server met an unexpected condition.","instance":"tag:vault.example,2026:incident-1"}"#;
    assert_problem(&answer, 500, "", body);
}
