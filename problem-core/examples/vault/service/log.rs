//! The log: lines that may be lost, so that nobody ever waits for their reader.

use std::io::Write;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How many lines wait for the writer; what comes beyond that is dropped, and counted.
pub(crate) const ROOM: usize = 1024;

/// How long a line may be, in bytes; the rest is cut off.
pub(crate) const MAX_LINE: usize = 8 * 1024;

/// Hands lines to a thread that writes them.
#[derive(Clone)]
pub(crate) struct Log {
    queue: SyncSender<Entry>,
    /// How many lines were dropped since one last found room.
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

    /// Takes a line, whatever is in it.
    pub(crate) fn line(&self, text: &str) {
        let text = one_line(text);
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        match self.queue.try_send(Entry::Line { dropped_before: *dropped, text }) {
            Ok(()) => *dropped = 0,
            Err(_) => *dropped += 1,
        }
    }

    /// Waits until all lines so far are written, but not for long.
    pub(crate) fn flush(&self, limit: Duration) {
        let (done, wait) = mpsc::channel();
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        // Without room, nobody has read for a while, and probably nobody will.
        if self.queue.try_send(Entry::Flush { dropped_before: *dropped, done }).is_ok() {
            *dropped = 0;
            drop(dropped);
            let _ = wait.recv_timeout(limit);
        }
    }
}

/// The text without what would end its line, move the cursor or turn the direction of reading.
///
/// What is escaped reads as in a Rust string, and so does the backslash itself: no other text comes out the same.
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
                // A log that cannot be written does not stop the service, which is there for others.
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

/// The line that stands for those that were dropped, if any were.
fn note(dropped: u64) -> String {
    if dropped == 0 { String::new() } else { format!("lines dropped here: {dropped}\n") }
}

fn is_separator(char: char) -> bool {
    matches!(char, '\u{2028}' | '\u{2029}')
}

/// The property Bidi_Control of Unicode.
fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
