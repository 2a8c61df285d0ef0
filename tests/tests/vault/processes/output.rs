//! Tests of a log that nobody reads, and of attempts to forge log lines.

use super::{Process, broken_pipe, end, full_pipe, place, vault, vault_after};
use crate::harness::{ALICE, PATIENCE, send, set_up};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};

/// The number of failures. Their lines have more bytes than a pipe holds, but the log has room for far more lines.
const FAILURES: usize = 300;

#[test]
fn the_service_responds_when_nobody_reads_its_log() {
    let (_parent, path) = place();
    let mut readers = Vec::new();
    let mut full = || {
        let (reader, writer) = full_pipe();
        readers.push(reader);
        writer
    };
    let with = |stderr: Stdio| {
        let mut command = vault(&path);
        command.stderr(stderr);
        command
    };
    for (log, command) in [
        ("broken", with(broken_pipe().into())),
        ("full", with(full().into())),
        ("closed", vault_after(":", "2>&-", &path)),
    ] {
        let process = Process::run(command);
        for _ in 0..FAILURES {
            assert_eq!(send(process.address, "Bearer mallory", "GET /v1/vaults", "").status(), 401, "{log}");
            assert_eq!(send(process.address, ALICE, "GET /nowhere", "").status(), 404, "{log}");
        }
        set_up(process.address, ALICE, "GET /v1/vaults", "");
    }
}

#[test]
fn the_service_responds_when_nobody_reads_its_greeting() {
    let (_parent, path) = place();
    let (_reader, full) = full_pipe();
    let with = |stdout: Stdio| {
        let mut command = vault(&path);
        command.stdout(stdout);
        command
    };
    for command in [with(broken_pipe().into()), with(full.into()), vault_after(":", ">&-", &path)] {
        let process = Process::run_unheard(command);
        set_up(process.address, ALICE, "GET /v1/vaults", "");
        assert_eq!(send(process.address, ALICE, "GET /nowhere", "").status(), 404);
    }
}

#[test]
fn the_log_says_how_many_lines_were_dropped() {
    let (_parent, path) = place();
    let (reader, writer) = io::pipe().unwrap();
    let mut command = vault(&path);
    command.stderr(writer);
    let process = Process::run(command);
    // The lines are long, so that a few of them fill the pipe.
    let path = format!("/{}", "x".repeat(4000));
    let expected = format!("404 GET {path}: no route {path}");
    let failures = 1500;

    ask(process.address, &path, failures);

    let mut log = BufReader::new(reader).lines().map(Result::unwrap);
    // There is room again as soon as some lines are read.
    for _ in 0..100 {
        assert_eq!(log.next().unwrap(), expected);
    }
    ask(process.address, "/last", 1);
    let mut written = 100;
    let note = log.by_ref().inspect(|_| written += 1).find(|line| *line != expected).unwrap();
    // The note itself was counted.
    let written = written - 1;
    assert!(written > 1000, "{written}");
    assert_eq!(note, format!("lines dropped here: {}", failures - written));
    assert_eq!(log.next().unwrap(), "404 GET /last: no route /last");
}

#[test]
fn the_reason_for_an_exit_is_written_if_possible() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vault"));
    let output = end(command.arg("--prot").stdout(Stdio::piped()).stderr(Stdio::piped()));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stderr, b"invalid option '--prot'; see --help\n");

    let output = end(Command::new(env!("CARGO_BIN_EXE_vault")).arg("--help").stdout(Stdio::piped()));
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{}\n", crate::args::USAGE));

    let (_reader, full) = full_pipe();
    for stderr in [broken_pipe(), full] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vault"));
        assert_eq!(end(command.arg("--prot").stderr(stderr)).status.code(), Some(2));
    }
}

#[test]
fn untrusted_text_stays_on_its_line() {
    let (_parent, path) = place();
    let (reader, writer) = io::pipe().unwrap();
    let mut command = vault(&path);
    command.stderr(writer);
    let process = Process::run(command);

    let name = r"\u001b[2K\r\n401 GET /forged: \t\u0000\u007f\u0085\u009b31m\u2028\u2029\u061c\u200e\u200f\u202a\u202e\u2066\u2069\\n\u00e9\ud83d\ude00";
    let answer = send(process.address, ALICE, "POST /v1/vaults", &format!(r#"{{"{name}":""}}"#));
    assert_eq!(answer.status(), 400);
    let path = "/\u{9b}31m\u{2028}\u{202e}é";
    assert_eq!(send(process.address, ALICE, &format!("GET {path}"), "").status(), 404);

    let mut log = BufReader::new(reader);
    let [first, second] = [(); 2].map(|()| {
        let mut line = String::new();
        log.read_line(&mut line).unwrap();
        line
    });
    assert_eq!(
        first + &second,
        concat!(
            r"400 POST /v1/vaults: malformed body: unknown field `\u{1b}[2K\r\n401 GET /forged: \t\u{0}\u{7f}\u{85}\u{9b}31m",
            r"\u{2028}\u{2029}\u{61c}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\\né😀`, expected `name` at line 1 column 137",
            "\n",
            r"404 GET /\u{9b}31m\u{2028}\u{202e}é: no route /\u{9b}31m\u{2028}\u{202e}é",
            "\n",
        )
    );
}

/// Requests a path that does not exist this number of times over one connection.
fn ask(address: SocketAddr, path: &str, times: usize) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut answers = BufReader::new(stream.try_clone().unwrap());
    for _ in 0..times {
        stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: vault\r\n\r\n").as_bytes()).unwrap();
        let (mut status, mut length) = (String::new(), 0);
        answers.read_line(&mut status).unwrap();
        assert_eq!(status, "HTTP/1.1 404 Not Found\r\n");
        loop {
            let mut field = String::new();
            answers.read_line(&mut field).unwrap();
            match field.trim_end().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        answers.by_ref().take(length).read_to_end(&mut Vec::new()).unwrap();
    }
}
