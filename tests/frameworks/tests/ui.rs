//! What a user of a framework sees of a type that is wrong for it, in the words of Rust 1.95.

use trybuild::TestCases;

#[test]
fn mistakes() {
    TestCases::new().compile_fail("tests/ui/*.rs");
}
