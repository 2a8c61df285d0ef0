//! What a stranger can send, and what reads it: the cases of a check that time grows no faster than the input.
//!
//! The binary runs cases, and the test `linear` has valgrind count the instructions of each.

pub mod errors;
pub mod readers;
pub mod shapes;

use std::hint::black_box;

/// Runs what is to be counted, under a name that valgrind can be told.
#[inline(never)]
pub fn measured(call: Box<dyn FnOnce()>) {
    call();
    // Without something to do after the call it would be a jump, and valgrind would miss its end.
    black_box(());
}
