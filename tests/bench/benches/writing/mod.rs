//! The errors to write, and the code that writes them by hand.

pub(crate) mod by_hand;
pub(crate) mod cases;
pub(crate) mod entry;
pub(crate) mod error;
pub(crate) mod input;
