use super::clock::Timestamp;
use super::error::SecretGone;
use super::path::SecretPath;
use serde::{Deserialize, Serialize};

/// What is kept at a path.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Secret {
    Kept(Kept),
    /// Only the mark that something was there; the value is no longer in the file.
    Deleted,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) value: String,
    pub(super) expires_at: Option<Timestamp>,
    pub(super) max_access_count: Option<u32>,
    /// Counted only where there is a maximum, so that other secrets are read without a write.
    pub(super) access_count: u32,
}

impl Secret {
    /// The secret, if it can still be read.
    pub(super) fn kept(&self, path: &SecretPath, now: Timestamp) -> Result<&Kept, SecretGone> {
        let path = || path.as_str().to_owned();
        let kept = match self {
            Self::Kept(kept) => kept,
            Self::Deleted => return Err(SecretGone::Deleted { path: path() }),
        };
        if kept.is_expired(now) {
            return Err(SecretGone::Expired { path: path() });
        }
        match kept.max_access_count {
            Some(max_access_count) if kept.is_used_up() => {
                Err(SecretGone::UsedUp { path: path(), max_access_count })
            }
            _ => Ok(kept),
        }
    }

    /// Whether it counts against the limit of its owner.
    pub(super) fn is_live(&self, now: Timestamp) -> bool {
        match self {
            Self::Kept(kept) => !kept.is_expired(now) && !kept.is_used_up(),
            Self::Deleted => false,
        }
    }
}

impl Kept {
    fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|expires_at| expires_at <= now)
    }

    fn is_used_up(&self) -> bool {
        self.max_access_count.is_some_and(|max_access_count| max_access_count <= self.access_count)
    }
}
