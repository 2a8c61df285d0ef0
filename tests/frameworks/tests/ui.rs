//! The errors that a user of a web framework sees, in the words of Rust 1.95.

use trybuild::TestCases;

#[test]
fn errors() {
    TestCases::new().compile_fail("tests/ui/*.rs");
}
