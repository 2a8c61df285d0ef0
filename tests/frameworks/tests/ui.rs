//! What a user sees of a type that a framework cannot take.

use trybuild::TestCases;

#[test]
fn mistakes() {
    TestCases::new().compile_fail("tests/ui/*.rs");
}
