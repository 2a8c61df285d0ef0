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
    Gone(Mark),
    /// A mark from the time before marks were numbered, and older than those that are.
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

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Mark {
    /// Higher than those of the marks that were there before.
    pub(super) number: u64,
    pub(super) cause: Cause,
}

/// Why a value is gone.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Cause {
    Expired,
    Deleted,
    UsedUp { max_access_count: u32 },
}

impl Secret {
    /// The secret, if it can still be read.
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

    /// Whether it counts against the limit of its owner.
    pub(super) fn is_live(&self, now: Timestamp) -> bool {
        matches!(self, Self::Kept(kept) if kept.end(now).is_none())
    }

    /// Where it stands in the order of the marks, if it is one.
    pub(super) fn mark_number(&self) -> Option<u64> {
        match self {
            Self::Kept(_) => None,
            Self::Gone(mark) => Some(mark.number),
            Self::Deleted => Some(0),
        }
    }
}

impl Kept {
    /// Why it can no longer be read, if it cannot.
    pub(super) fn end(&self, now: Timestamp) -> Option<Cause> {
        if self.expires_at.is_some_and(|expires_at| expires_at <= now) {
            return Some(Cause::Expired);
        }
        let max_access_count = self.max_access_count.filter(|maximum| *maximum <= self.access_count)?;
        Some(Cause::UsedUp { max_access_count })
    }
}
