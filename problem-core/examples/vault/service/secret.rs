use super::clock::Timestamp;
use super::error::SecretGone;
use super::path::SecretPath;
use serde::{Deserialize, Serialize};

/// The entry at a path.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Secret {
    Kept(Kept),
    /// A mark in place of a secret whose value is no longer in the file.
    Gone(Mark),
    /// A mark from before marks were numbered. It is older than all numbered marks.
    Deleted,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) value: String,
    pub(super) expires_at: Option<Timestamp>,
    pub(super) max_access_count: Option<u32>,
    /// Counted only if there is a maximum, so that reading other secrets does not write the file.
    pub(super) access_count: u32,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Mark {
    /// Higher than the numbers of all marks that existed before.
    pub(super) number: u64,
    pub(super) cause: Cause,
}

/// The reason why a value is gone.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Cause {
    Expired,
    Deleted,
    UsedUp { max_access_count: u32 },
}

impl Secret {
    /// Returns the secret if it can still be read.
    pub(super) fn kept(&self, path: &SecretPath, now: Timestamp) -> Result<&Kept, SecretGone> {
        let cause = match self {
            Self::Kept(kept) => match kept.end(now) {
                None => return Ok(kept),
                Some(cause) => cause,
            },
            Self::Gone(mark) => mark.cause,
            Self::Deleted => Cause::Deleted,
        };
        let path = path.as_str().to_owned();
        Err(match cause {
            Cause::Expired => SecretGone::Expired { path },
            Cause::Deleted => SecretGone::Deleted { path },
            Cause::UsedUp { max_access_count } => SecretGone::UsedUp { path, max_access_count },
        })
    }

    /// Returns whether the entry counts against the limit of its owner.
    pub(super) fn is_live(&self, now: Timestamp) -> bool {
        matches!(self, Self::Kept(kept) if kept.end(now).is_none())
    }

    /// Returns the number of the mark, or `None` if this is not a mark. A lower number is an older mark.
    pub(super) fn mark_number(&self) -> Option<u64> {
        match self {
            Self::Kept(_) => None,
            Self::Gone(mark) => Some(mark.number),
            Self::Deleted => Some(0),
        }
    }
}

impl Kept {
    /// Returns the reason why the secret can no longer be read, or `None` if it still can.
    pub(super) fn end(&self, now: Timestamp) -> Option<Cause> {
        if self.expires_at.is_some_and(|expires_at| expires_at <= now) {
            return Some(Cause::Expired);
        }
        let max_access_count = self.max_access_count.filter(|maximum| *maximum <= self.access_count)?;
        Some(Cause::UsedUp { max_access_count })
    }
}
