//! Untrusted inputs and the code that reads them: the cases of a test that checks for linear time.
//!
//! The binary runs cases. The test `linear` runs the binary under valgrind, which counts the instructions of each case.

pub mod errors;
pub mod readers;
pub mod shapes;

use std::hint::black_box;

/// Runs the call to count, in a function that valgrind finds by its name.
#[inline(never)]
pub fn measured(call: Box<dyn FnOnce()>) {
    call();
    // Otherwise the call would become a jump, and valgrind would miss its end.
    black_box(());
}
