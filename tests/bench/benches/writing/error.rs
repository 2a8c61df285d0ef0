//! The error that the derive and the code by hand share, so that both construct and drop the same value.

use super::entry::Entry;
use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(base = "https://api.example.com/problems/")]
pub(crate) enum VaultError {
    #[error("no such vault")]
    #[problem(status = 404, detail = "There is no vault with this name, or it is not yours.")]
    NotFound,

    #[error("plan expired")]
    #[problem(
        status = 403,
        type = "https://vaults.example/plan-expired",
        detail = "Your plan has expired. Renew it in your account."
    )]
    PlanExpired,

    #[error("bad name")]
    #[problem(
        status = 422,
        type = "bad-name",
        title = "Name Not Allowed",
        detail = "The name of a vault begins with a letter, consists of letters, digits, \"-\" and \"_\", has \
                  at most 63 characters, and does not end with \"-\".\nThe names \"new\" and \"all\" are \
                  reserved.\nSee the section “Names” of the manual."
    )]
    BadName,

    #[error("{used} of {limit} requests used")]
    #[problem(
        status = 403,
        type = "quota-used-up",
        detail = "You have used {used} of your {limit} requests."
    )]
    QuotaUsedUp { used: u64, limit: u64 },

    #[error("{resource} limit {current}/{limit} on {tier}")]
    #[problem(
        status = 403,
        type = "resource-limit-exceeded",
        detail = "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
    )]
    ResourceLimitExceeded { resource: String, current: u64, limit: u64, tier: String },

    #[error("limit {current}/{limit} on {tier} in vault {vault}")]
    #[problem(
        status = 403,
        type = "vault-limit-exceeded",
        detail = "Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more.",
        instance = "/vaults/{vault}"
    )]
    VaultLimitExceeded {
        vault: u64,
        #[problem(extension)]
        current: u64,
        #[problem(extension)]
        limit: u64,
        #[problem(extension)]
        tier: String,
    },

    #[error("limit {current}/{limit} on {tier} in folder {folder}")]
    #[problem(
        status = 403,
        type = "folder-limit-exceeded",
        detail = "Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more.",
        instance = "/folders/{folder}/limits"
    )]
    FolderLimitExceeded {
        folder: String,
        #[problem(extension)]
        current: u64,
        #[problem(extension)]
        limit: u64,
        #[problem(extension)]
        tier: String,
    },

    #[error("over the rate limit of {limit}, {wait} s too early")]
    #[problem(
        status = 429,
        detail = "Try again in {wait} seconds.",
        header("x-ratelimit-limit" = "{limit}")
    )]
    RateLimited {
        #[problem(retry_after)]
        wait: u64,
        limit: u64,
    },

    #[error("down for {wait} s")]
    #[problem(
        status = 503,
        detail = "The service is being updated.",
        header("link" = "<{page}>; rel=\"help\"")
    )]
    Maintenance {
        #[problem(retry_after)]
        wait: u64,
        page: String,
    },

    #[error("entries locked")]
    #[problem(status = 409, type = "locked", detail = "Some entries are locked.")]
    Locked {
        #[problem(extension)]
        entries: Vec<Entry>,
    },

    #[error("upstream failed")]
    #[problem(status = 502, type = "upstream", detail = "{message}")]
    Upstream { message: String },
}
