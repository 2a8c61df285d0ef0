//! All that the service remembers, and the rules by which it changes.

use super::auth::User;
use super::clock::Timestamp;
use super::collection::{Collection, Content, check_limit};
use super::error::VaultError;
use super::path::SecretPath;
use super::resource::Resource;
use super::secret::{Kept, Secret};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) vaults: Collection<Secrets>,
    pub(super) agents: Collection<Agent>,
}

/// What is in a vault, by path.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Secrets(BTreeMap<String, Secret>);

/// A program that acts for its owner; of its own it has nothing.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Agent {}

impl State {
    /// Keeps a secret, over whatever was at its path.
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

    /// Reads a secret and counts nothing.
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

    /// Reads a secret and counts that as an access.
    pub(super) fn access_secret(
        &mut self,
        user: &User,
        vault: &str,
        path: &SecretPath,
        now: Timestamp,
    ) -> Result<String, VaultError> {
        let mut kept = self.peek_secret(user, vault, path, now)?.clone();
        kept.access_count = kept.access_count.saturating_add(1);
        let value = kept.value.clone();
        self.put_secret(user, vault, path, kept, now)?;
        Ok(value)
    }

    /// Leaves nothing of a secret but a mark.
    pub(super) fn delete_secret(
        &mut self,
        user: &User,
        vault: &str,
        path: &SecretPath,
        now: Timestamp,
    ) -> Result<(), VaultError> {
        self.peek_secret(user, vault, path, now)?;
        let Secrets(secrets) = &mut self.vaults.get_mut(user, vault)?.content;
        secrets.insert(path.as_str().to_owned(), Secret::Deleted);
        Ok(())
    }
}

impl Secrets {
    /// The paths of the secrets that can still be read.
    pub(super) fn live(&self, now: Timestamp) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(_, secret)| secret.is_live(now)).map(|(path, _)| path.as_str())
    }

    fn is_live(&self, path: &SecretPath, now: Timestamp) -> bool {
        self.0.get(path.as_str()).is_some_and(|secret| secret.is_live(now))
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
