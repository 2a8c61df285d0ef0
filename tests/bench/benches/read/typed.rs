//! The ways from a body to a [`VaultError`].

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
    Contender { name: "derive, by way of details", run: derive::read_by_way_of_details },
    Contender { name: "problem_details 0.11", run: problem_details::read },
];

/// The one that the others are compared with.
pub(crate) const HAND_WRITTEN: usize = 0;

/// The one that this case is about.
pub(crate) const DERIVE: usize = 2;

/// Whoever reads less is done sooner, so all have to read the same error.
pub(crate) fn assert_agreement(json: &Bytes) {
    let VaultError::VaultLimitExceeded { current, limit, tier, .. } = VaultError::EXTENDED else {
        unreachable!("it is the one with extensions");
    };
    let expected = limit_exceeded(current, limit, tier);
    for contender in &CONTENDERS {
        assert_eq!((contender.run)(json), expected, "{}", contender.name);
    }
}

/// What can be read back of the error: the rest of it is sent within texts.
const fn limit_exceeded(current: u32, limit: u32, tier: Tier) -> VaultError {
    VaultError::VaultLimitExceeded { resource: Resource::Agent, vault: 0, current, limit, tier }
}
