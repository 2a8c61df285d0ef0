//! The errors that a user of a web framework sees, as Rust 1.95 words them.
//!
//! `cargo test -p problem-frameworks --features axum-07,axum-08 --test ui` checks them. The guide shows those in
//! `ui/guide`; see `../../tests/guide.rs`.

use trybuild::TestCases;

#[test]
fn errors() {
    let cases = TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    cases.compile_fail("tests/ui/guide/*.rs");
}
