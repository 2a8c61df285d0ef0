use super::auth::User;
use super::error::VaultError;
use super::resource::Resource;
use serde::{Deserialize, Serialize};

/// A list of items. Each has an id, an owner, and a name that is unique among the items of its owner.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Collection<T> {
    /// The number in the id that was issued last; no id is issued twice.
    last_id: u32,
    items: Vec<Item<T>>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Item<T> {
    pub(super) id: String,
    pub(super) owner: String,
    pub(super) name: String,
    pub(super) content: T,
}

/// The content of an [`Item`].
pub(super) trait Content: Default {
    const RESOURCE: Resource;
    const ID_PREFIX: char;
}

impl<T: Content> Collection<T> {
    pub(super) fn create(&mut self, user: &User, name: String) -> Result<&Item<T>, VaultError> {
        if let Some(namesake) = self.of(user).find(|item| item.name == name) {
            let id = namesake.id.clone();
            return Err(VaultError::NameTaken { user: user.name, resource: T::RESOURCE, name, id });
        }
        check_limit(user, T::RESOURCE, self.of(user).count())?;
        self.last_id += 1;
        let id = format!("{}{}", T::ID_PREFIX, self.last_id);
        self.items.push(Item { id, owner: user.name.to_owned(), name, content: T::default() });
        Ok(&self.items[self.items.len() - 1])
    }

    pub(super) fn of(&self, user: &User) -> impl Iterator<Item = &Item<T>> {
        self.items.iter().filter(|item| item.owner == user.name)
    }

    /// Returns the items of all owners.
    pub(super) fn all(&self) -> impl Iterator<Item = &Item<T>> {
        self.items.iter()
    }

    /// Returns the items of all owners, mutably.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Item<T>> {
        self.items.iter_mut()
    }

    pub(super) fn get(&self, user: &User, id: &str) -> Result<&Item<T>, VaultError> {
        self.position(user, id).map(|position| &self.items[position])
    }

    pub(super) fn get_mut(&mut self, user: &User, id: &str) -> Result<&mut Item<T>, VaultError> {
        self.position(user, id).map(|position| &mut self.items[position])
    }

    pub(super) fn delete(&mut self, user: &User, id: &str) -> Result<(), VaultError> {
        self.position(user, id).map(|position| drop(self.items.remove(position)))
    }

    fn position(&self, user: &User, id: &str) -> Result<usize, VaultError> {
        let resource = T::RESOURCE;
        let Some(position) = self.items.iter().position(|item| item.id == id) else {
            return Err(VaultError::ResourceNotFound { resource, id: id.to_owned() });
        };
        let owner = &self.items[position].owner;
        if owner != user.name {
            let (owner, id) = (owner.clone(), id.to_owned());
            return Err(VaultError::NotOwner { user: user.name, owner, resource, id });
        }
        Ok(position)
    }
}

// Not derived, because the derive would require `T: Default`.
impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self { last_id: 0, items: Vec::new() }
    }
}

/// Checks that a user who has `current` items of a resource may have one more.
pub(super) fn check_limit(user: &User, resource: Resource, current: usize) -> Result<(), VaultError> {
    let limit = user.tier.limit(resource);
    if current < limit {
        return Ok(());
    }
    Err(VaultError::ResourceLimitExceeded { user: user.name, resource, current, limit, tier: user.tier })
}
