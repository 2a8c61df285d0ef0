//! The state of the service, and the rules for changing it.

use super::auth::User;
use super::clock::Timestamp;
use super::collection::{Collection, Content, check_limit};
use super::error::VaultError;
use super::path::SecretPath;
use super::resource::Resource;
use super::secret::{Cause, Kept, Mark, Secret};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many marks of gone secrets a vault keeps. A path whose mark was dropped counts as never used.
pub(crate) const MAX_MARKS: usize = 100;

#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) vaults: Collection<Secrets>,
    pub(super) agents: Collection<Agent>,
}

/// The content of a vault, by path.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Secrets(BTreeMap<String, Secret>);

/// A program that acts for its owner. It has no data of its own.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Agent {}

impl State {
    /// Stores a secret, and replaces the previous entry at its path.
    pub(super) fn put_secret(
        &mut self,
        user: &User,
        vault: &str,
        path: &SecretPath,
        kept: Kept,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        let is_new = !self.vaults.get(user, vault)?.content.is_live(path, now);
        if is_new {
            let current = self.vaults.of(user).map(|vault| vault.content.live(now).count()).sum();
            check_limit(user, Resource::Secret, current)?;
        }
        let Secrets(secrets) = &mut self.vaults.get_mut(user, vault)?.content;
        secrets.insert(path.as_str().to_owned(), Secret::Kept(kept));
        Ok(())
    }

    /// Reads a secret without counting an access.
    pub(super) fn peek_secret(
        &self,
        user: &User,
        vault: &str,
        path: &SecretPath,
        now: Timestamp,
    ) -> Result<&Kept, VaultError> {
        let Secrets(secrets) = &self.vaults.get(user, vault)?.content;
        let Some(secret) = secrets.get(path.as_str()) else {
            return Err(VaultError::ResourceNotFound {
                resource: Resource::Secret,
                id: path.as_str().to_owned(),
            });
        };
        Ok(secret.kept(path, now)?)
    }

    /// Reads a secret and counts the access. The last access that is allowed replaces the secret with a mark.
    pub(super) fn access_secret(
        &mut self,
        user: &User,
        vault: &str,
        path: &SecretPath,
        now: Timestamp,
    ) -> Result<String, VaultError> {
        let mut kept = self.peek_secret(user, vault, path, now)?.clone();
        kept.access_count = kept.access_count.saturating_add(1);
        let (value, end) = (kept.value.clone(), kept.end(now));
        let secrets = &mut self.vaults.get_mut(user, vault)?.content;
        secrets.0.insert(path.as_str().to_owned(), Secret::Kept(kept));
        if let Some(cause) = end {
            secrets.mark(path.as_str().to_owned(), cause);
        }
        Ok(value)
    }

    /// Replaces a secret with a mark.
    pub(super) fn delete_secret(
        &mut self,
        user: &User,
        vault: &str,
        path: &SecretPath,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.peek_secret(user, vault, path, now)?;
        let secrets = &mut self.vaults.get_mut(user, vault)?.content;
        secrets.mark(path.as_str().to_owned(), Cause::Deleted);
        Ok(())
    }

    /// Drops all values that can no longer be read, and surplus marks. Returns whether anything was dropped.
    pub(super) fn sweep(&mut self, now: Timestamp) -> bool {
        self.vaults.all_mut().fold(false, |swept, vault| vault.content.sweep(now) | swept)
    }

    /// Returns when the next secret expires, if nothing changes until then.
    pub(super) fn next_expiry(&self) -> Timestamp {
        let secrets = self.vaults.all().flat_map(|vault| vault.content.0.values());
        let kept = secrets.filter_map(|secret| match secret {
            Secret::Kept(kept) => kept.expires_at,
            _ => None,
        });
        kept.min().unwrap_or(Timestamp::NEVER)
    }
}

impl Secrets {
    /// Returns the paths of the secrets that can still be read.
    pub(super) fn live(&self, now: Timestamp) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(_, secret)| secret.is_live(now)).map(|(path, _)| path.as_str())
    }

    fn is_live(&self, path: &SecretPath, now: Timestamp) -> bool {
        self.0.get(path.as_str()).is_some_and(|secret| secret.is_live(now))
    }

    fn sweep(&mut self, now: Timestamp) -> bool {
        let mut ended: Vec<_> = self
            .0
            .iter()
            .filter_map(|(path, secret)| match secret {
                Secret::Kept(kept) => kept.end(now).map(|cause| (kept.expires_at, path.clone(), cause)),
                _ => None,
            })
            .collect();
        // Marks are dropped in the order in which their secrets expired.
        ended.sort_by_key(|(expires_at, ..)| *expires_at);
        let has_ended = !ended.is_empty();
        for (_, path, cause) in ended {
            self.mark(path, cause);
        }
        self.forget() | has_ended
    }

    /// Replaces a secret with a mark.
    fn mark(&mut self, path: String, cause: Cause) {
        let number = self.0.values().filter_map(Secret::mark_number).max().unwrap_or(0) + 1;
        self.0.insert(path, Secret::Gone(Mark { number, cause }));
        self.forget();
    }

    /// Removes the oldest marks beyond [`MAX_MARKS`], and returns whether there were any.
    fn forget(&mut self) -> bool {
        let mut marks: Vec<_> = self
            .0
            .iter()
            .filter_map(|(path, secret)| secret.mark_number().map(|number| (number, path.clone())))
            .collect();
        marks.sort_unstable();
        let too_many = marks.len().saturating_sub(MAX_MARKS);
        for (_, path) in marks.drain(..too_many) {
            self.0.remove(&path);
        }
        too_many > 0
    }
}

impl Content for Secrets {
    const RESOURCE: Resource = Resource::Vault;
    const ID_PREFIX: char = 'v';
}

impl Content for Agent {
    const RESOURCE: Resource = Resource::Agent;
    const ID_PREFIX: char = 'a';
}
