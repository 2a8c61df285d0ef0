//! The ways to read a [`VaultError`] from a body.

mod derive;
mod extensions_only;
mod hand_written;
mod problem_details;

use crate::common::Contender;
use crate::common::vault_error::{Resource, Tier, VaultError};
use bytes::Bytes;

pub(crate) const CONTENDERS: [Contender<Bytes, VaultError>; 5] = [
    Contender { name: "hand-written", run: hand_written::read },
    Contender { name: "hand-written, extensions only", run: extensions_only::read },
    Contender { name: "derive", run: derive::read },
    Contender { name: "derive, through ProblemDetails", run: derive::read_through_details },
    Contender { name: "problem_details 0.11", run: problem_details::read },
];

/// The contender that the others are compared with.
pub(crate) const HAND_WRITTEN: usize = 0;

/// The contender that this benchmark is about.
pub(crate) const DERIVE: usize = 2;

/// Checks that all contenders read the same error.
///
/// A contender that read less would be faster.
pub(crate) fn assert_agreement(json: &Bytes) {
    let VaultError::VaultLimitExceeded { current, limit, tier, .. } = VaultError::EXTENDED else {
        unreachable!("the constant is this variant");
    };
    let expected = limit_exceeded(current, limit, tier);
    for contender in &CONTENDERS {
        assert_eq!((contender.run)(json), expected, "{}", contender.name);
    }
}

/// Returns the error as a client can read it back. The other fields are sent only as parts of texts.
const fn limit_exceeded(current: u32, limit: u32, tier: Tier) -> VaultError {
    VaultError::VaultLimitExceeded { resource: Resource::Agent, vault: 0, current, limit, tier }
}
