//! The error that every contender answers for, declared once.

use problem_core::Problem;
use serde::Serialize;
use std::fmt;

#[derive(Debug, thiserror::Error, Problem)]
pub(crate) enum VaultError {
    #[error("no such vault")]
    #[problem(status = 404, detail = "There is no vault with this name, or it is not yours.")]
    NotFound,

    #[error("{resource} limit {current}/{limit} on {tier}")]
    #[problem(
        status = 403,
        type = "resource_limit_exceeded",
        detail = "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
    )]
    ResourceLimitExceeded { resource: Resource, current: u32, limit: u32, tier: Tier },

    #[error("{resource} limit {current}/{limit} on {tier} in vault {vault}")]
    #[problem(
        status = 403,
        type = "vault_limit_exceeded",
        detail = "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more.",
        instance = "/vaults/{vault}"
    )]
    VaultLimitExceeded {
        resource: Resource,
        vault: u64,
        #[problem(extension)]
        current: u32,
        #[problem(extension)]
        limit: u32,
        #[problem(extension)]
        tier: Tier,
    },
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Resource {
    Agent,
    Secret,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Agent => "Agent",
            Self::Secret => "Secret",
        })
    }
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Tier {
    Free,
    Team,
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Free => "free",
            Self::Team => "team",
        })
    }
}

/// What is to be said about an error, from nothing that varies to all that a problem can hold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Case {
    Constant,
    Formatted,
    Extended,
}

impl Case {
    pub(crate) const ALL: [Self; 3] = [Self::Constant, Self::Formatted, Self::Extended];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Constant => "constant body",
            Self::Formatted => "formatted detail",
            Self::Extended => "detail, instance, 3 extensions",
        }
    }

    pub(crate) const fn error(self) -> VaultError {
        match self {
            Self::Constant => VaultError::NotFound,
            Self::Formatted => VaultError::ResourceLimitExceeded {
                resource: Resource::Agent,
                current: 3,
                limit: 3,
                tier: Tier::Free,
            },
            Self::Extended => VaultError::VaultLimitExceeded {
                resource: Resource::Secret,
                vault: 81_734,
                current: 250,
                limit: 250,
                tier: Tier::Team,
            },
        }
    }
}
