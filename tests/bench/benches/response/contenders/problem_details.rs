//! The `ProblemDetails` of the crate problem_details, built as in its documentation and serialised as in its axum
//! integration.
//!
//! Its `type` and `instance` are `http::Uri`.
//! The order of the members is fixed and differs from the other contenders: `status` comes before `title`.

use super::header_fields;
use crate::writing::entry::{Entry, EntryInput};
use crate::writing::input::Input;
use bytes::Bytes;
use http::{Response, StatusCode, Uri};
use percent_encoding::utf8_percent_encode;
use problem_details::{ProblemDetails, ProblemType};
use serde::Serialize;

#[derive(Serialize)]
struct Members {
    current: u64,
    limit: u64,
    tier: String,
}

#[derive(Serialize)]
struct Locked {
    entries: Vec<Entry>,
}

pub(super) fn respond(input: &Input) -> Response<Bytes> {
    match *input {
        Input::NotFound => {
            response(&blank(StatusCode::NOT_FOUND, "There is no vault with this name, or it is not yours."))
        }
        Input::PlanExpired => response(
            &ProblemDetails::from_status_code(StatusCode::FORBIDDEN)
                .with_type(Uri::from_static("https://vaults.example/plan-expired"))
                .with_title("Plan Expired")
                .with_detail("Your plan has expired. Renew it in your account."),
        ),
        Input::BadName => response(
            &ProblemDetails::from_status_code(StatusCode::UNPROCESSABLE_ENTITY)
                .with_type(Uri::from_static("https://api.example.com/problems/bad-name"))
                .with_title("Name Not Allowed")
                .with_detail(super::BAD_NAME),
        ),
        Input::QuotaUsedUp { used, limit } => response(
            &ProblemDetails::from_status_code(StatusCode::FORBIDDEN)
                .with_type(Uri::from_static("https://api.example.com/problems/quota-used-up"))
                .with_title("Quota Used Up")
                .with_detail(format!("You have used {used} of your {limit} requests.")),
        ),
        Input::ResourceLimitExceeded { resource, current, limit, tier } => response(
            &ProblemDetails::from_status_code(StatusCode::FORBIDDEN)
                .with_type(Uri::from_static("https://api.example.com/problems/resource-limit-exceeded"))
                .with_title("Resource Limit Exceeded")
                .with_detail(format!(
                    "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
                )),
        ),
        Input::VaultLimitExceeded { vault, current, limit, tier } => response(&limit_exceeded(
            Uri::from_static("https://api.example.com/problems/vault-limit-exceeded"),
            "Vault Limit Exceeded",
            format!("/vaults/{vault}"),
            Members { current, limit, tier: tier.to_owned() },
        )),
        Input::FolderLimitExceeded { folder, current, limit, tier } => response(&limit_exceeded(
            Uri::from_static("https://api.example.com/problems/folder-limit-exceeded"),
            "Folder Limit Exceeded",
            format!("/folders/{}/limits", utf8_percent_encode(folder, super::ENCODED)),
            Members { current, limit, tier: tier.to_owned() },
        )),
        Input::RateLimited { wait, limit } => {
            let detail = format!("Try again in {wait} seconds.");
            let mut response = response(&blank(StatusCode::TOO_MANY_REQUESTS, detail));
            header_fields::add_rate_limit(&mut response, wait, limit);
            response
        }
        Input::Maintenance { wait, page } => {
            let details = blank(StatusCode::SERVICE_UNAVAILABLE, "The service is being updated.");
            let mut response = response(&details);
            header_fields::add_help(&mut response, wait, page);
            response
        }
        Input::Locked { ref entries } => response(
            &ProblemDetails::from_status_code(StatusCode::CONFLICT)
                .with_type(Uri::from_static("https://api.example.com/problems/locked"))
                .with_title("Locked")
                .with_detail("Some entries are locked.")
                .with_extensions(Locked { entries: entries.iter().map(EntryInput::entry).collect() }),
        ),
        Input::Upstream { ref message } => response(
            &ProblemDetails::from_status_code(StatusCode::BAD_GATEWAY)
                .with_type(Uri::from_static("https://api.example.com/problems/upstream"))
                .with_title("Upstream")
                .with_detail(message.clone()),
        ),
    }
}

/// Returns a problem without a type of its own.
fn blank(status: StatusCode, detail: impl Into<String>) -> ProblemDetails {
    ProblemDetails::from_status_code(status).with_type(ProblemType::default()).with_detail(detail)
}

fn limit_exceeded(r#type: Uri, title: &str, instance: String, members: Members) -> ProblemDetails<Members> {
    let Members { current, limit, tier } = &members;
    ProblemDetails::from_status_code(StatusCode::FORBIDDEN)
        .with_type(r#type)
        .with_title(title)
        .with_detail(format!("Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."))
        .with_instance(Uri::try_from(instance).expect("an encoded path is a URI"))
        .with_extensions(members)
}

fn response<E: Serialize>(details: &ProblemDetails<E>) -> Response<Bytes> {
    let json = serde_json::to_vec(details).expect("strings and numbers can be serialised");
    super::response(details.status.expect("each problem has a status"), json)
}
