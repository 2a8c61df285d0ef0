//! Headless Chromium, which is given many pages at once and says what it sees.

use problem_formats::html::{Piece, without_line_breaks};
use problem_formats::program;
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the user of the browser has asked for.
#[derive(Clone, Copy)]
pub(crate) enum Scheme {
    Dark = 0,
    Light = 1,
}

/// What became of a page.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    pub(crate) window_title: String,
    pub(crate) is_standards_mode: bool,
    pub(crate) pieces: Vec<Piece>,
    /// The colour behind everything, as the browser computes it.
    pub(crate) background: String,
    /// The least of all texts.
    pub(crate) contrast: f64,
    /// Of the page, in CSS pixels.
    pub(crate) width: u32,
    /// What it would take for nothing to be scrolled sideways.
    pub(crate) content_width: u32,
    /// The addresses that were asked for.
    pub(crate) requests: Vec<String>,
}

/// Looks at pages, each in a frame of the given width; `name` is that of the test.
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

/// Opens a page as a user does, in no frame, and returns the document as the browser then has it.
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

/// One start of the browser, with a profile of its own, so that several can run at once and none finds what another
/// has left.
fn dump(directory: &Path, scheme: Scheme, file: &Path) -> String {
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--disable-gpu", "--no-first-run", "--dump-dom"]);
    // A phone lays them over the page, so that it has all of its width.
    chromium.arg("--hide-scrollbars");
    // As root, in a container, there is no sandbox.
    chromium.arg("--no-sandbox");
    // The shared memory of a container may be too small.
    chromium.arg("--disable-dev-shm-usage");
    // The script beside the frames may look into them.
    chromium.arg("--allow-file-access-from-files");
    // Should a page ask for anything, nobody outside is to hear of it.
    chromium.arg("--host-resolver-rules=MAP * ~NOTFOUND");
    chromium.arg(format!("--blink-settings=preferredColorScheme={}", scheme as u8));
    chromium.arg(format!("--user-data-dir={}", directory.join("profile").display()));
    chromium.arg(format!("file://{}", file.display()));
    let output = program::run(&mut chromium, "chromium");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
