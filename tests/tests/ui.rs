//! What a user sees who gets the derive wrong.
//!
//! After a change to a message: `TRYBUILD=overwrite cargo test -p problem-tests --test ui`, then read the diff.

// What the derive says has nothing to do with those.
#![cfg(not(feature = "serde-json-features"))]

use std::process::Command;
use trybuild::TestCases;

/// The mistakes that the derive finds, in its own words.
#[test]
fn mistakes() {
    let cases = TestCases::new();
    for topic in [
        "malformed",
        "unknown",
        "misplaced",
        "values",
        "duplicate",
        "conflict",
        "missing",
        "required_headers",
        "type_uri",
        "title",
        "templates",
        "exposure",
        "extensions",
        "headers",
        "transparent",
        "shape",
        "fallback",
        "reading",
        "told_apart",
        "other",
        "both_derives",
        "frameworks",
        "guide",
    ] {
        cases.compile_fail(format!("tests/ui/{topic}/*.rs"));
    }
}

/// The mistakes that are left to rustc, whose words drift from release to release.
///
/// They are those of Rust 1.95. Another toolchain is held to them only by CI, which is told so by `CI` in the
/// environment.
#[test]
fn mistakes_in_the_words_of_rustc() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc").stdout;
    if version.starts_with(b"rustc 1.95.") || std::env::var_os("CI").is_some() {
        let cases = TestCases::new();
        cases.compile_fail("tests/ui/rustc/*.rs");
        cases.compile_fail("tests/ui/guide_rustc/*.rs");
    }
}

/// What looks odd and is meant to work.
#[test]
fn accepted() {
    TestCases::new().pass("tests/ui/pass/*.rs");
}
