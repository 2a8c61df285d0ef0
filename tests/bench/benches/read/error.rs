//! The error that a client reads.

use problem_core::FromProblem;
use serde::Deserialize;

#[derive(Debug, PartialEq, thiserror::Error, FromProblem)]
#[problem(base = "https://api.example.com/problems/")]
pub(crate) enum VaultError {
    #[error("no such vault")]
    #[problem(status = 404)]
    NotFound,

    #[error("plan expired")]
    #[problem(type = "plan-expired")]
    PlanExpired,

    #[error("limit {current}/{limit} on {tier}")]
    #[problem(type = "vault-limit-exceeded")]
    VaultLimitExceeded {
        #[problem(extension)]
        current: u64,
        #[problem(extension)]
        limit: u64,
        #[problem(extension)]
        tier: String,
    },

    #[error("{} invalid fields", errors.len())]
    #[problem(type = "invalid-fields")]
    InvalidFields {
        #[problem(extension)]
        errors: Vec<FieldError>,
    },
}

#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct FieldError {
    pub(crate) pointer: String,
    pub(crate) detail: String,
    pub(crate) rejected: Rejected,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Rejected {
    pub(crate) length: u64,
    pub(crate) allowed: Vec<u64>,
}
