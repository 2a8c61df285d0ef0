//! The log: what comes out, and what becomes of what nobody takes.

use crate::harness::{PATIENCE, Written};
use crate::service::Log;
use crate::service::log::{MAX_LINE, ROOM, one_line};
use std::io::{self, Write};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

#[test]
fn what_is_escaped() {
    for char in '\0'..=char::MAX {
        let expected = match u32::from(char) {
            0x09 => r"\t".to_owned(),
            0x0a => r"\n".to_owned(),
            0x0d => r"\r".to_owned(),
            0x5c => r"\\".to_owned(),
            // The controls of ASCII, and those of Latin-1 that some terminals obey as well.
            code @ (0..=0x1f | 0x7f..=0x9f) => format!("\\u{{{code:x}}}"),
            // Separators of lines and paragraphs.
            code @ 0x2028..=0x2029 => format!("\\u{{{code:x}}}"),
            // What changes the direction of reading.
            code @ (0x61c | 0x200e..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069) => {
                format!("\\u{{{code:x}}}")
            }
            _ => char.to_string(),
        };
        assert_eq!(one_line(&format!("a{char}b")), format!("a{expected}b"));
    }
}

#[test]
fn what_is_escaped_can_be_told_from_what_looks_like_it() {
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
fn what_finds_no_room_is_counted() {
    let (writer, started, go) = Slow::new();
    let written = writer.written.clone();
    let log = Log::to(writer);
    log.line("first");
    started.recv().unwrap();
    // The writer has the first, and so there is room for so many.
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
    // All that is left of the first to come, and the next.
    for _ in 0..ROOM {
        started.recv().unwrap();
    }
    // The end says so, too.
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

/// Asserts that nothing is waited for.
fn soon(call: impl FnOnce() + Send + 'static) {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        call();
        let _ = done.send(());
    });
    wait.recv_timeout(PATIENCE).expect("an end");
}

/// Says when it has something to write, and waits until it may.
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
        // An error means that nobody holds it up any more.
        let _ = self.go.recv();
        self.written.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
