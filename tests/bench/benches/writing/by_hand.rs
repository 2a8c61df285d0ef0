//! The JSON that a careful developer would write without a crate for problems: a struct for each shape of the body.

use super::entry::Entry;
use super::error::VaultError;
use http::StatusCode;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// The characters that a value within a path must not contain: all but the unreserved ones (RFC 3986, section 2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'a str,
}

#[derive(Serialize)]
struct LimitBody<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'a str,
    instance: &'a str,
    current: u64,
    limit: u64,
    tier: &'a str,
}

#[derive(Serialize)]
struct EntriesBody<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'static str,
    entries: &'a [Entry],
}

/// Returns the status code and the body.
pub(crate) fn json(error: &VaultError) -> (StatusCode, Vec<u8>) {
    match error {
        VaultError::NotFound => plain(
            StatusCode::NOT_FOUND,
            "about:blank",
            "Not Found",
            "There is no vault with this name, or it is not yours.",
        ),
        VaultError::PlanExpired => plain(
            StatusCode::FORBIDDEN,
            "https://vaults.example/plan-expired",
            "Plan Expired",
            "Your plan has expired. Renew it in your account.",
        ),
        VaultError::BadName => plain(
            StatusCode::UNPROCESSABLE_ENTITY,
            "https://api.example.com/problems/bad-name",
            "Name Not Allowed",
            "The name of a vault begins with a letter, consists of letters, digits, \"-\" and \"_\", has at most 63 \
             characters, and does not end with \"-\".\nThe names \"new\" and \"all\" are reserved.\nSee the section \
             “Names” of the manual.",
        ),
        VaultError::QuotaUsedUp { used, limit } => plain(
            StatusCode::FORBIDDEN,
            "https://api.example.com/problems/quota-used-up",
            "Quota Used Up",
            &format!("You have used {used} of your {limit} requests."),
        ),
        VaultError::ResourceLimitExceeded { resource, current, limit, tier } => plain(
            StatusCode::FORBIDDEN,
            "https://api.example.com/problems/resource-limit-exceeded",
            "Resource Limit Exceeded",
            &format!(
                "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
            ),
        ),
        VaultError::VaultLimitExceeded { vault, current, limit, tier } => body(
            StatusCode::FORBIDDEN,
            &LimitBody {
                r#type: "https://api.example.com/problems/vault-limit-exceeded",
                title: "Vault Limit Exceeded",
                status: 403,
                detail: &limit_reached(*current, *limit, tier),
                // A number needs no percent-encoding.
                instance: &format!("/vaults/{vault}"),
                current: *current,
                limit: *limit,
                tier,
            },
        ),
        VaultError::FolderLimitExceeded { folder, current, limit, tier } => body(
            StatusCode::FORBIDDEN,
            &LimitBody {
                r#type: "https://api.example.com/problems/folder-limit-exceeded",
                title: "Folder Limit Exceeded",
                status: 403,
                detail: &limit_reached(*current, *limit, tier),
                instance: &format!("/folders/{}/limits", utf8_percent_encode(folder, ENCODED)),
                current: *current,
                limit: *limit,
                tier,
            },
        ),
        VaultError::RateLimited { wait, .. } => plain(
            StatusCode::TOO_MANY_REQUESTS,
            "about:blank",
            "Too Many Requests",
            &format!("Try again in {wait} seconds."),
        ),
        VaultError::Maintenance { .. } => plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "about:blank",
            "Service Unavailable",
            "The service is being updated.",
        ),
        VaultError::Locked { entries } => body(
            StatusCode::CONFLICT,
            &EntriesBody {
                r#type: "https://api.example.com/problems/locked",
                title: "Locked",
                status: 409,
                detail: "Some entries are locked.",
                entries,
            },
        ),
        VaultError::Upstream { message } => {
            plain(StatusCode::BAD_GATEWAY, "https://api.example.com/problems/upstream", "Upstream", message)
        }
    }
}

fn limit_reached(current: u64, limit: u64, tier: &str) -> String {
    format!("Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more.")
}

fn plain(
    status: StatusCode,
    r#type: &'static str,
    title: &'static str,
    detail: &str,
) -> (StatusCode, Vec<u8>) {
    body(status, &Body { r#type, title, status: status.as_u16(), detail })
}

fn body(status: StatusCode, body: &impl Serialize) -> (StatusCode, Vec<u8>) {
    (status, serde_json::to_vec(body).expect("a body of strings and numbers can be serialised"))
}
