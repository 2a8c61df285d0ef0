//! The ways to read a body of which the extension members are wanted as well, each once.
//!
//! The crate problems is not among them, because it reads extension members only from a member `data`.

mod flat;
mod nested;

use crate::common::comparison::Comparison;

pub(crate) fn comparisons() -> impl Iterator<Item = Comparison> {
    flat::comparisons().chain(nested::comparisons())
}

pub(crate) fn assert_agreement() {
    flat::assert_agreement();
    nested::assert_agreement();
}
