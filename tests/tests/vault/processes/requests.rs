//! Tests of slow clients.

use super::{Process, place, vault};
use crate::harness::{ALICE, assert_problem, exchange};

#[test]
fn a_slow_body_gets_a_408_and_its_connection_is_closed() {
    let (_parent, path) = place();
    let mut command = vault(&path);
    command.args(["--body-timeout", "1"]);
    let process = Process::run(command);

    // The last byte of the declared length never arrives.
    let head = format!(
        "POST /v1/vaults HTTP/1.1\r\nhost: vault\r\nauthorization: {ALICE}\r\ncontent-length: 2\r\n\r\n{{"
    );
    let answer = exchange(process.address, &head);

    assert!(answer.raw().contains("\r\nconnection: close\r\n"), "{answer:?}");
    assert_problem(
        &answer,
        408,
        "",
        r#"{"type":"about:blank","title":"Request Timeout","status":408,"detail":"A body may take at most 1 s.","seconds":1}"#,
    );
}
