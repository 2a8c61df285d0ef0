//! Reading a body when the caller also needs each extension member once.
//!
//! The crate problems cannot do this, because it reads extension members only from a member `data`.

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
