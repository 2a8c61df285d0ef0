//! Tests of the log: which lines it writes, and what happens to them if nobody reads.

use crate::harness::{PATIENCE, Written};
use crate::service::Log;
use crate::service::log::{MAX_LINE, ROOM, one_line};
use std::io::{self, Write};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

#[test]
fn characters_that_could_forge_a_line_are_escaped() {
    for char in '\0'..=char::MAX {
        let expected = match u32::from(char) {
            0x09 => r"\t".to_owned(),
            0x0a => r"\n".to_owned(),
            0x0d => r"\r".to_owned(),
            0x5c => r"\\".to_owned(),
            // The control characters of ASCII, and those of Latin-1, which some terminals also obey.
            code @ (0..=0x1f | 0x7f..=0x9f) => format!("\\u{{{code:x}}}"),
            // Line and paragraph separators.
            code @ 0x2028..=0x2029 => format!("\\u{{{code:x}}}"),
            // Characters that change the direction of text.
            code @ (0x61c | 0x200e..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069) => {
                format!("\\u{{{code:x}}}")
            }
            _ => char.to_string(),
        };
        assert_eq!(one_line(&format!("a{char}b")), format!("a{expected}b"));
    }
}

#[test]
fn an_escape_differs_from_text_that_looks_like_one() {
    assert_eq!(one_line("a\nb"), r"a\nb");
    assert_eq!(one_line(r"a\nb"), r"a\\nb");
    assert_eq!(one_line("/v1/vaults/v1/secrets/db/password"), "/v1/vaults/v1/secrets/db/password");
}

#[test]
fn a_long_line_is_cut() {
    assert_eq!(one_line(&"x".repeat(MAX_LINE)), "x".repeat(MAX_LINE));
    assert_eq!(one_line(&"x".repeat(MAX_LINE + 1)), "x".repeat(MAX_LINE) + "…");
    assert_eq!(one_line(&"\u{9b}".repeat(MAX_LINE)).len(), MAX_LINE.next_multiple_of(6) + '…'.len_utf8());
}

#[test]
fn lines_without_room_are_counted() {
    let (writer, started, go) = Slow::new();
    let written = writer.written.clone();
    let log = Log::to(writer);
    log.line("first");
    started.recv().unwrap();
    // The writer holds the first line, so there is room for `ROOM` others.
    soon({
        let log = log.clone();
        move || (0..ROOM + 3).for_each(|number| log.line(&number.to_string()))
    });
    assert_eq!(written.text(), "");

    go.send(()).unwrap();
    started.recv().unwrap();
    log.line("next");
    log.line("one too many");
    drop(go);
    // The writer gets the rest of the first lines, and then the next one.
    for _ in 0..ROOM {
        started.recv().unwrap();
    }
    // The dropped lines are also reported at the end.
    log.flush(PATIENCE);
    assert!(written.text().ends_with("\nnext\nlines dropped here: 1\n"));
    log.line("last");
    log.flush(PATIENCE);

    let mut expected = vec!["first".to_owned()];
    expected.extend((0..ROOM).map(|number| number.to_string()));
    expected.extend(["lines dropped here: 3", "next", "lines dropped here: 1", "last"].map(str::to_owned));
    assert_eq!(written.text(), expected.join("\n") + "\n");
}

#[test]
fn a_flush_does_not_wait_for_ever() {
    let (writer, started, _go) = Slow::new();
    let log = Log::to(writer);
    log.line("first");
    started.recv().unwrap();

    soon(move || log.flush(Duration::from_millis(1)));
}

#[test]
fn a_line_that_cannot_be_written_does_not_end_the_log() {
    struct Fails(Written);

    impl Write for Fails {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if bytes.starts_with(b"bad") {
                Err(io::ErrorKind::BrokenPipe.into())
            } else {
                self.0.write(bytes)
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    let written = Written::default();
    let log = Log::to(Fails(written.clone()));
    for line in ["one", "bad", "two"] {
        log.line(line);
        log.flush(PATIENCE);
    }

    assert_eq!(written.text(), "one\ntwo\n");
}

/// Checks that the call returns without waiting for the writer.
fn soon(call: impl FnOnce() + Send + 'static) {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        call();
        let _ = done.send(());
    });
    wait.recv_timeout(PATIENCE).expect("the call should return");
}

/// A writer that reports when it has something to write, and then waits until it may write.
struct Slow {
    started: Sender<()>,
    go: Receiver<()>,
    written: Written,
}

impl Slow {
    fn new() -> (Self, Receiver<()>, Sender<()>) {
        let ((started, has_started), (may_go, go)) = (mpsc::channel(), mpsc::channel());
        (Self { started, go, written: Written::default() }, has_started, may_go)
    }
}

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.started.send(());
        // An error means that nobody holds up the writer any more.
        let _ = self.go.recv();
        self.written.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
