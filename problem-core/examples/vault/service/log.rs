//! The log. Lines may be dropped, so that no caller ever waits for a slow reader.

use std::io::Write;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How many lines can wait for the writer. Further lines are dropped, and counted.
pub(crate) const ROOM: usize = 1024;

/// The maximum length of a line in bytes; the rest is cut off.
pub(crate) const MAX_LINE: usize = 8 * 1024;

/// A log, which passes its lines to a thread that writes them.
#[derive(Clone)]
pub(crate) struct Log {
    queue: SyncSender<Entry>,
    /// How many lines were dropped since the last one that was accepted.
    dropped: Arc<Mutex<u64>>,
}

enum Entry {
    Line { dropped_before: u64, text: String },
    Flush { dropped_before: u64, done: Sender<()> },
}

impl Log {
    pub(crate) fn to(writer: impl Write + Send + 'static) -> Self {
        let (queue, entries) = mpsc::sync_channel(ROOM);
        thread::spawn(move || write(writer, &entries));
        Self { queue, dropped: Arc::default() }
    }

    /// Queues a line, which may contain any text. If the queue is full, the line is dropped.
    pub(crate) fn line(&self, text: &str) {
        let text = one_line(text);
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        match self.queue.try_send(Entry::Line { dropped_before: *dropped, text }) {
            Ok(()) => *dropped = 0,
            Err(_) => *dropped += 1,
        }
    }

    /// Waits until all queued lines are written, but no longer than `limit`.
    pub(crate) fn flush(&self, limit: Duration) {
        let (done, wait) = mpsc::channel();
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        // If the queue is full, nothing has been written for a while, and waiting would hardly help.
        if self.queue.try_send(Entry::Flush { dropped_before: *dropped, done }).is_ok() {
            *dropped = 0;
            drop(dropped);
            let _ = wait.recv_timeout(limit);
        }
    }
}

/// Escapes characters that would end the line, move the cursor or change the direction of the text.
///
/// The escapes are those of a Rust string, and the backslash is escaped as well. So different texts stay different,
/// unless they differ only beyond [`MAX_LINE`].
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for char in text.chars() {
        if line.len() >= MAX_LINE {
            line.push('…');
            break;
        }
        match char {
            '\\' | '\n' | '\r' | '\t' => line.extend(char.escape_default()),
            _ if char.is_control() || is_separator(char) || is_bidi_control(char) => {
                line.extend(char.escape_unicode());
            }
            _ => line.push(char),
        }
    }
    line
}

fn write(mut writer: impl Write, entries: &Receiver<Entry>) {
    for entry in entries {
        match entry {
            Entry::Line { dropped_before, text } => {
                // A log that cannot be written must not stop the service.
                let _ = writer.write_all((note(dropped_before) + &text + "\n").as_bytes());
            }
            Entry::Flush { dropped_before, done } => {
                let _ = writer.write_all(note(dropped_before).as_bytes());
                let _ = writer.flush();
                let _ = done.send(());
            }
        }
    }
}

/// Returns the line that reports how many lines were dropped, or nothing if none were.
fn note(dropped: u64) -> String {
    if dropped == 0 { String::new() } else { format!("lines dropped here: {dropped}\n") }
}

fn is_separator(char: char) -> bool {
    matches!(char, '\u{2028}' | '\u{2029}')
}

/// Returns whether a character has the Unicode property Bidi_Control.
fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
