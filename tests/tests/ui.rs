//! The errors that a user of the derives sees.
//!
//! After a message has changed, run `TRYBUILD=overwrite cargo test -p problem-tests --test ui`, then read the diff.

// The features of serde_json do not affect the messages of the derives.
#![cfg(not(feature = "serde-json-features"))]

use std::process::Command;
use trybuild::TestCases;

/// Checks the errors that the derives report themselves.
#[test]
fn errors() {
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
        "members",
        "methods",
        "types",
        "headers",
        "transparent",
        "context",
        "shape",
        "fallback",
        "reading",
        "client_view",
        "told_apart",
        "other",
        "both_derives",
        "frameworks",
        "guide",
    ] {
        cases.compile_fail(format!("tests/ui/{topic}/*.rs"));
    }
}

/// Checks the errors that the derives leave to rustc, whose wording changes from release to release.
///
/// The expected messages are those of Rust 1.95. Other toolchains skip this test, unless the environment variable `CI`
/// is set.
#[test]
fn errors_of_rustc() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc").stdout;
    if version.starts_with(b"rustc 1.95.") || std::env::var_os("CI").is_some() {
        let cases = TestCases::new();
        cases.compile_fail("tests/ui/rustc/*.rs");
        cases.compile_fail("tests/ui/guide_rustc/*.rs");
    }
}

/// Checks that unusual but valid code compiles.
#[test]
fn accepted() {
    TestCases::new().pass("tests/ui/pass/*.rs");
}
