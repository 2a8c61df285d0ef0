//! The errors that a user of a web framework sees, as Rust 1.95 words them.

use trybuild::TestCases;

#[test]
fn errors() {
    TestCases::new().compile_fail("tests/ui/*.rs");
}
