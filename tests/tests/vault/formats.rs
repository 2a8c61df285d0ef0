//! Tests the same failure in every format.

use crate::harness::{ALICE, Answer, Server};
use crate::service::error::VaultError;
use crate::service::resource::Resource;
use problem_core::Problem;

const JSON: &str = r#"{"type":"resource_not_found","title":"Resource Not Found","status":404,"detail":"There is no vault v9.","resource":"vault","resource_id":"v9"}"#;

const XML: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">"#,
    "<type>resource_not_found</type><title>Resource Not Found</title><status>404</status>",
    "<detail>There is no vault v9.</detail><resource>vault</resource><resource_id>v9</resource_id></problem>",
);

/// The `Accept` field that Chromium 140 sends.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

fn ask(server: &Server, method: &str, accept: &str) -> Answer {
    server.exchange(&format!(
        "{method} /v1/vaults/v9 HTTP/1.1\r\nhost: vault\r\nconnection: close\r\n\
         authorization: {ALICE}\r\naccept: {accept}\r\n\r\n"
    ))
}

fn page() -> String {
    let error = VaultError::ResourceNotFound { resource: Resource::Vault, id: "v9".to_owned() };
    String::from_utf8(error.to_html().to_vec()).unwrap()
}

#[test]
fn the_client_chooses_the_format() {
    let server = Server::start();
    for (accept, content_type, body) in [
        ("*/*", "application/problem+json", JSON),
        ("application/json", "application/problem+json", JSON),
        ("application/xml", "application/problem+xml", XML),
        ("application/problem+xml, application/problem+json;q=0.5", "application/problem+xml", XML),
        (BROWSER, "text/html; charset=utf-8", &page()),
        ("image/png", "application/problem+json", JSON),
    ] {
        let expected = format!("404\ncontent-type: {content_type}\nvary: Accept\n\n{body}");
        assert_eq!(ask(&server, "GET", accept).text(), expected, "{accept}");
    }
}

#[test]
fn head_has_the_response_of_get_without_the_body() {
    let server = Server::start();
    for accept in ["*/*", "application/xml", BROWSER] {
        let [head, get] = ["HEAD", "GET"].map(|method| ask(&server, method, accept));
        let fields = |answer: &Answer| {
            let head = answer.raw().split("\r\n\r\n").next().unwrap();
            head.lines().filter(|line| !line.starts_with("date: ")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(fields(&head), fields(&get), "{accept}");
        assert!(fields(&head).contains(&format!("content-length: {}", get.body().len())), "{accept}");
        assert_eq!(head.body(), "", "{accept}");
    }
}
