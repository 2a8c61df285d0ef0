//! The error that all contenders write or read, declared once.

use problem_core::{FromProblem, Problem};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
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
    ResourceLimitExceeded {
        // These fields are sent only as part of the `detail` text, so a client cannot read them back.
        #[problem(default)]
        resource: Resource,
        #[problem(default)]
        current: u32,
        #[problem(default)]
        limit: u32,
        #[problem(default)]
        tier: Tier,
    },

    #[error("{resource} limit {current}/{limit} on {tier} in vault {vault}")]
    #[problem(
        status = 403,
        type = "vault_limit_exceeded",
        detail = "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more.",
        instance = "/vaults/{vault}"
    )]
    VaultLimitExceeded {
        #[problem(default)]
        resource: Resource,
        #[problem(default)]
        vault: u64,
        #[problem(extension)]
        current: u32,
        #[problem(extension)]
        limit: u32,
        #[problem(extension)]
        tier: Tier,
    },

    #[error("over the rate limit, {wait} s too early")]
    #[problem(status = 429, detail = "Try again in {wait} seconds.", header("x-ratelimit-limit" = "50"))]
    RateLimited {
        #[problem(retry_after)]
        wait: u64,
    },
}

impl VaultError {
    /// The error with the most members.
    pub(crate) const EXTENDED: Self = Self::VaultLimitExceeded {
        resource: Resource::Secret,
        vault: 81_734,
        current: 250,
        limit: 250,
        tier: Tier::Team,
    };
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Resource {
    #[default]
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

#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Tier {
    #[default]
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
