//! The derive of the crate problems, with its `Report` and serialised as in its axum integration.
//!
//! It nests all extension members in a member `data`, and cannot write them as RFC 9457, section 3.2, defines them.

use super::header_fields;
use crate::writing::entry::{Entry, EntryInput};
use crate::writing::input::Input;
use bytes::Bytes;
use http::Response;
use percent_encoding::utf8_percent_encode;
use problems::{Problem, Report};

#[derive(Debug, thiserror::Error, Problem)]
enum VaultError {
    #[error("no such vault")]
    #[problem(
        type_uri = "about:blank",
        status = 404,
        detail = "There is no vault with this name, or it is not yours."
    )]
    NotFound,

    #[error("plan expired")]
    #[problem(
        type_uri = "https://vaults.example/plan-expired",
        status = 403,
        detail = "Your plan has expired. Renew it in your account."
    )]
    PlanExpired,

    #[error("bad name")]
    #[problem(
        type_uri = "https://api.example.com/problems/bad-name",
        title = "Name Not Allowed",
        status = 422,
        detail = "The name of a vault begins with a letter, consists of letters, digits, \"-\" and \"_\", has \
                  at most 63 characters, and does not end with \"-\".\nThe names \"new\" and \"all\" are \
                  reserved.\nSee the section “Names” of the manual."
    )]
    BadName,

    #[error("{used} of {limit} requests used")]
    #[problem(
        type_uri = "https://api.example.com/problems/quota-used-up",
        status = 403,
        detail = "You have used {used} of your {limit} requests."
    )]
    QuotaUsedUp { used: u64, limit: u64 },

    #[error("{resource} limit {current}/{limit} on {tier}")]
    #[problem(
        type_uri = "https://api.example.com/problems/resource-limit-exceeded",
        status = 403,
        detail = "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
    )]
    ResourceLimitExceeded { resource: String, current: u64, limit: u64, tier: String },

    #[error("limit {current}/{limit} on {tier}")]
    #[problem(
        type_uri = "https://api.example.com/problems/vault-limit-exceeded",
        status = 403,
        detail = "Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
    )]
    VaultLimitExceeded {
        #[problem(data)]
        current: u64,
        #[problem(data)]
        limit: u64,
        #[problem(data)]
        tier: String,
    },

    #[error("limit {current}/{limit} on {tier}")]
    #[problem(
        type_uri = "https://api.example.com/problems/folder-limit-exceeded",
        status = 403,
        detail = "Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
    )]
    FolderLimitExceeded {
        #[problem(data)]
        current: u64,
        #[problem(data)]
        limit: u64,
        #[problem(data)]
        tier: String,
    },

    #[error("entries locked")]
    #[problem(
        type_uri = "https://api.example.com/problems/locked",
        status = 409,
        detail = "Some entries are locked."
    )]
    Locked {
        #[problem(data)]
        entries: Vec<Entry>,
    },

    #[error("upstream failed")]
    #[problem(type_uri = "https://api.example.com/problems/upstream", status = 502, detail = "{message}")]
    Upstream { message: String },
}

// Only one variant of an enum can have the type `about:blank`, so these two errors have types of their own.

#[derive(Debug, thiserror::Error, Problem)]
#[error("{wait} s too early")]
#[problem(
    type_uri = "about:blank",
    title = "Too Many Requests",
    status = 429,
    detail = "Try again in {wait} seconds."
)]
struct RateLimited {
    wait: u64,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("being updated")]
#[problem(
    type_uri = "about:blank",
    title = "Service Unavailable",
    status = 503,
    detail = "The service is being updated."
)]
struct Maintenance;

pub(super) fn respond(input: &Input) -> Response<Bytes> {
    match *input {
        Input::NotFound => response(Report::new(VaultError::NotFound)),
        Input::PlanExpired => response(Report::new(VaultError::PlanExpired)),
        Input::BadName => response(Report::new(VaultError::BadName)),
        Input::QuotaUsedUp { used, limit } => response(Report::new(VaultError::QuotaUsedUp { used, limit })),
        Input::ResourceLimitExceeded { resource, current, limit, tier } => {
            let (resource, tier) = (resource.to_owned(), tier.to_owned());
            response(Report::new(VaultError::ResourceLimitExceeded { resource, current, limit, tier }))
        }
        Input::VaultLimitExceeded { vault, current, limit, tier } => {
            let error = VaultError::VaultLimitExceeded { current, limit, tier: tier.to_owned() };
            response(Report::new(error).with_instance(format!("/vaults/{vault}")))
        }
        Input::FolderLimitExceeded { folder, current, limit, tier } => {
            let error = VaultError::FolderLimitExceeded { current, limit, tier: tier.to_owned() };
            let instance = format!("/folders/{}/limits", utf8_percent_encode(folder, super::ENCODED));
            response(Report::new(error).with_instance(instance))
        }
        Input::RateLimited { wait, limit } => {
            let mut response = response(Report::new(RateLimited { wait }));
            header_fields::add_rate_limit(&mut response, wait, limit);
            response
        }
        Input::Maintenance { wait, page } => {
            let mut response = response(Report::new(Maintenance));
            header_fields::add_help(&mut response, wait, page);
            response
        }
        Input::Locked { ref entries } => {
            let entries = entries.iter().map(EntryInput::entry).collect();
            response(Report::new(VaultError::Locked { entries }))
        }
        Input::Upstream { ref message } => {
            response(Report::new(VaultError::Upstream { message: message.clone() }))
        }
    }
}

fn response<E: Problem>(report: Report<E>) -> Response<Bytes> {
    let details = report.into_details();
    let json = serde_json::to_vec(&details).expect("strings and numbers can be serialised");
    super::response(details.status(), json)
}
