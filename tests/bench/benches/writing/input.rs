//! The plain values that the contenders construct their errors from.

use super::entry::EntryInput;
use super::error::VaultError;

#[derive(Debug)]
pub(crate) enum Input {
    NotFound,
    PlanExpired,
    BadName,
    QuotaUsedUp { used: u64, limit: u64 },
    ResourceLimitExceeded { resource: &'static str, current: u64, limit: u64, tier: &'static str },
    VaultLimitExceeded { vault: u64, current: u64, limit: u64, tier: &'static str },
    FolderLimitExceeded { folder: &'static str, current: u64, limit: u64, tier: &'static str },
    RateLimited { wait: u64, limit: u64 },
    Maintenance { wait: u64, page: &'static str },
    Locked { entries: Vec<EntryInput> },
    Upstream { message: String },
}

impl Input {
    /// Constructs the error, which owns its texts.
    pub(crate) fn error(&self) -> VaultError {
        match *self {
            Self::NotFound => VaultError::NotFound,
            Self::PlanExpired => VaultError::PlanExpired,
            Self::BadName => VaultError::BadName,
            Self::QuotaUsedUp { used, limit } => VaultError::QuotaUsedUp { used, limit },
            Self::ResourceLimitExceeded { resource, current, limit, tier } => {
                let (resource, tier) = (resource.to_owned(), tier.to_owned());
                VaultError::ResourceLimitExceeded { resource, current, limit, tier }
            }
            Self::VaultLimitExceeded { vault, current, limit, tier } => {
                VaultError::VaultLimitExceeded { vault, current, limit, tier: tier.to_owned() }
            }
            Self::FolderLimitExceeded { folder, current, limit, tier } => {
                let (folder, tier) = (folder.to_owned(), tier.to_owned());
                VaultError::FolderLimitExceeded { folder, current, limit, tier }
            }
            Self::RateLimited { wait, limit } => VaultError::RateLimited { wait, limit },
            Self::Maintenance { wait, page } => VaultError::Maintenance { wait, page: page.to_owned() },
            Self::Locked { ref entries } => {
                VaultError::Locked { entries: entries.iter().map(EntryInput::entry).collect() }
            }
            Self::Upstream { ref message } => VaultError::Upstream { message: message.clone() },
        }
    }
}
