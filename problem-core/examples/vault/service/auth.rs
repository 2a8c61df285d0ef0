//! Authentication: the built-in users and their tokens.

use super::clock::Timestamp;
use super::error::VaultError;
use super::resource::Resource;
use hyper::header::{AUTHORIZATION, HeaderMap};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// A user with a fixed token.
#[derive(Debug)]
pub(crate) struct User {
    pub(crate) name: &'static str,
    pub(crate) token: &'static str,
    pub(crate) tier: Tier,
    /// How long the token is valid, counted from the start of the service.
    pub(crate) validity: Duration,
}

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The token of the last user has already expired when the service starts.
pub(crate) const USERS: &[User] = &[
    User { name: "alice", token: "alice-token", tier: Tier::Free, validity: DAY },
    User { name: "bob", token: "bob-token", tier: Tier::Team, validity: DAY },
    User { name: "carol", token: "carol-token", tier: Tier::Free, validity: Duration::ZERO },
];

/// The plan that a user pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tier {
    Free,
    Team,
}

impl Tier {
    /// Returns how many of a resource a user may have. Secrets are counted across all vaults of the user.
    pub(super) fn limit(self, resource: Resource) -> usize {
        match (self, resource) {
            (Self::Free, Resource::Vault) => 3,
            (Self::Free, Resource::Secret) => 5,
            (Self::Free, Resource::Agent) => 2,
            (Self::Team, Resource::Vault) => 20,
            (Self::Team, Resource::Secret) => 500,
            (Self::Team, Resource::Agent) => 10,
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Free => "free",
            Self::Team => "team",
        })
    }
}

/// The reason why a token is rejected.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TokenError {
    #[error("nobody has this token")]
    Unknown,
    #[error("the token of {user} has expired")]
    Expired { user: &'static str },
}

/// Returns the user whose token is in `Authorization: Bearer <token>` (RFC 6750, section 2.1).
///
/// `start` is the time at which the tokens were issued.
pub(super) fn authenticate(
    headers: &HeaderMap,
    start: Timestamp,
    now: Timestamp,
) -> Result<&'static User, VaultError> {
    let token = bearer_token(headers).ok_or(VaultError::TokenMissing)?;
    let user = USERS.iter().find(|user| user.token == token);
    match user {
        Some(user) if now < start.plus(user.validity) => Ok(user),
        Some(user) => Err(VaultError::TokenRejected(Some(TokenError::Expired { user: user.name }))),
        None => Err(VaultError::TokenRejected(Some(TokenError::Unknown))),
    }
}

fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
