//! Headless Chromium, which opens many pages at once and reports what it sees.

use problem_formats::html::{Piece, without_line_breaks};
use problem_formats::program;
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The colour scheme that the user of the browser prefers.
#[derive(Clone, Copy)]
pub(crate) enum Scheme {
    Dark = 0,
    Light = 1,
}

/// The report of the browser on a page.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    pub(crate) window_title: String,
    pub(crate) is_standards_mode: bool,
    pub(crate) pieces: Vec<Piece>,
    /// The background colour of the body, as the browser computes it.
    pub(crate) background: String,
    /// The lowest contrast of all texts.
    pub(crate) contrast: f64,
    /// The width of the page in CSS pixels.
    pub(crate) width: u32,
    /// The width that the content needs without horizontal scrolling.
    pub(crate) content_width: u32,
    /// The URLs that the page requested.
    pub(crate) requests: Vec<String>,
}

/// Opens pages, each in a frame of the given width, and returns the reports. `name` is the name of the test.
pub(crate) fn look(name: &str, scheme: Scheme, pages: &[(Vec<u8>, u32)]) -> Vec<Seen> {
    let directory = new_directory(name);
    let mut frames = String::from("<!DOCTYPE html>\n");
    for (index, (html, width)) in pages.iter().enumerate() {
        fs::write(directory.join(format!("{index}.html")), html).unwrap();
        writeln!(frames, "<iframe src=\"{index}.html\" width=\"{width}\" height=\"800\"></iframe>").unwrap();
    }
    write!(frames, "<pre id=\"report\"></pre>\n<script>\n{}</script>\n", include_str!("frames.js")).unwrap();
    let file = directory.join("frames.html");
    fs::write(&file, frames).unwrap();
    let dump = dump(&directory, scheme, &file);
    let (_, report) = dump.split_once("<pre id=\"report\">").expect(&dump);
    let (report, _) = report.split_once("</pre>").unwrap();
    let mut seen: Vec<Seen> =
        serde_json::from_str(report).unwrap_or_else(|error| panic!("{error}: {report}"));
    assert_eq!(seen.len(), pages.len());
    for page in &mut seen {
        page.pieces = without_line_breaks(std::mem::take(&mut page.pieces));
    }
    seen
}

/// Opens a page outside of any frame, as a user does, and returns the document as the browser parsed it.
pub(crate) fn open(name: &str, html: &[u8]) -> String {
    let directory = new_directory(name);
    let file = directory.join("page.html");
    fs::write(&file, html).unwrap();
    dump(&directory, Scheme::Light, &file)
}

fn new_directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

/// Runs the browser once and returns the document that it dumps.
///
/// Each run has its own profile, so that runs in parallel do not affect each other.
fn dump(directory: &Path, scheme: Scheme, file: &Path) -> String {
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--disable-gpu", "--no-first-run", "--dump-dom"]);
    // On a phone, scrollbars overlay the page and take no width.
    chromium.arg("--hide-scrollbars");
    // There is no sandbox for root in a container.
    chromium.arg("--no-sandbox");
    // A container may have too little shared memory.
    chromium.arg("--disable-dev-shm-usage");
    // The script next to the frames must be able to read their documents.
    chromium.arg("--allow-file-access-from-files");
    // If a page requests anything, the request must not leave this machine.
    chromium.arg("--host-resolver-rules=MAP * ~NOTFOUND");
    chromium.arg(format!("--blink-settings=preferredColorScheme={}", scheme as u8));
    chromium.arg(format!("--user-data-dir={}", directory.join("profile").display()));
    chromium.arg(format!("file://{}", file.display()));
    let output = program::run(&mut chromium, "chromium");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
