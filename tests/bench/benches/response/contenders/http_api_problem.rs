//! The `HttpApiProblem` of the crate http-api-problem, built as in its documentation and serialised as in its axum
//! integration. The integration also sets `content-length`. Here the server sets it, as for the other contenders.
//!
//! Extension members are in a `HashMap`, so their order changes from run to run. `status` comes before `title`.

use super::header_fields;
use crate::writing::entry::{Entry, EntryInput};
use crate::writing::input::Input;
use bytes::Bytes;
use http::{Response, StatusCode};
use http_api_problem::HttpApiProblem;
use percent_encoding::utf8_percent_encode;

pub(super) fn respond(input: &Input) -> Response<Bytes> {
    match *input {
        Input::NotFound => {
            response(&blank(StatusCode::NOT_FOUND, "There is no vault with this name, or it is not yours."))
        }
        Input::PlanExpired => response(
            &HttpApiProblem::new(StatusCode::FORBIDDEN)
                .type_url("https://vaults.example/plan-expired")
                .title("Plan Expired")
                .detail("Your plan has expired. Renew it in your account."),
        ),
        Input::BadName => response(
            &HttpApiProblem::new(StatusCode::UNPROCESSABLE_ENTITY)
                .type_url("https://api.example.com/problems/bad-name")
                .title("Name Not Allowed")
                .detail(super::BAD_NAME),
        ),
        Input::QuotaUsedUp { used, limit } => response(
            &HttpApiProblem::new(StatusCode::FORBIDDEN)
                .type_url("https://api.example.com/problems/quota-used-up")
                .title("Quota Used Up")
                .detail(format!("You have used {used} of your {limit} requests.")),
        ),
        Input::ResourceLimitExceeded { resource, current, limit, tier } => response(
            &HttpApiProblem::new(StatusCode::FORBIDDEN)
                .type_url("https://api.example.com/problems/resource-limit-exceeded")
                .title("Resource Limit Exceeded")
                .detail(format!(
                    "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
                )),
        ),
        Input::VaultLimitExceeded { vault, current, limit, tier } => response(
            &limit_exceeded(current, limit, tier)
                .type_url("https://api.example.com/problems/vault-limit-exceeded")
                .title("Vault Limit Exceeded")
                .instance(format!("/vaults/{vault}")),
        ),
        Input::FolderLimitExceeded { folder, current, limit, tier } => response(
            &limit_exceeded(current, limit, tier)
                .type_url("https://api.example.com/problems/folder-limit-exceeded")
                .title("Folder Limit Exceeded")
                .instance(format!("/folders/{}/limits", utf8_percent_encode(folder, super::ENCODED))),
        ),
        Input::RateLimited { wait, limit } => {
            let detail = format!("Try again in {wait} seconds.");
            let mut response = response(&blank(StatusCode::TOO_MANY_REQUESTS, detail));
            header_fields::add_rate_limit(&mut response, wait, limit);
            response
        }
        Input::Maintenance { wait, page } => {
            let problem = blank(StatusCode::SERVICE_UNAVAILABLE, "The service is being updated.");
            let mut response = response(&problem);
            header_fields::add_help(&mut response, wait, page);
            response
        }
        Input::Locked { ref entries } => response(
            &HttpApiProblem::new(StatusCode::CONFLICT)
                .type_url("https://api.example.com/problems/locked")
                .title("Locked")
                .detail("Some entries are locked.")
                .value("entries", &entries.iter().map(EntryInput::entry).collect::<Vec<Entry>>()),
        ),
        Input::Upstream { ref message } => response(
            &HttpApiProblem::new(StatusCode::BAD_GATEWAY)
                .type_url("https://api.example.com/problems/upstream")
                .title("Upstream")
                .detail(message.clone()),
        ),
    }
}

/// Returns a problem without a type of its own.
fn blank(status: StatusCode, detail: impl Into<String>) -> HttpApiProblem {
    HttpApiProblem::with_title(status).type_url("about:blank").detail(detail)
}

fn limit_exceeded(current: u64, limit: u64, tier: &str) -> HttpApiProblem {
    HttpApiProblem::new(StatusCode::FORBIDDEN)
        .detail(format!("Limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."))
        .value("current", &current)
        .value("limit", &limit)
        .value("tier", &tier)
}

fn response(problem: &HttpApiProblem) -> Response<Bytes> {
    super::response(problem.status.expect("each problem has a status"), problem.json_bytes())
}
