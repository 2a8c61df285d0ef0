//! The `HttpApiProblem` of the crate http-api-problem, built as in its documentation and serialised as in its axum
//! integration. The integration also sets `content-length`. Here the server sets it, as for the other contenders.
//!
//! Extension members are in a `HashMap`, so their order changes from run to run. `status` comes before `title`.

use crate::common::vault_error::VaultError;
use bytes::Bytes;
use http::{Response, StatusCode};
use http_api_problem::HttpApiProblem;

pub(super) fn respond(error: &VaultError) -> Response<Bytes> {
    let (status, problem) = match error {
        VaultError::NotFound => {
            let problem = HttpApiProblem::with_title(StatusCode::NOT_FOUND)
                .type_url("about:blank")
                .detail("There is no vault with this name, or it is not yours.");
            (StatusCode::NOT_FOUND, problem)
        }
        VaultError::ResourceLimitExceeded { resource, current, limit, tier } => {
            let problem = HttpApiProblem::new(StatusCode::FORBIDDEN)
                .type_url("resource_limit_exceeded")
                .title("Resource Limit Exceeded")
                .detail(format!(
                    "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
                ));
            (StatusCode::FORBIDDEN, problem)
        }
        VaultError::VaultLimitExceeded { resource, vault, current, limit, tier } => {
            let problem = HttpApiProblem::new(StatusCode::FORBIDDEN)
                .type_url("vault_limit_exceeded")
                .title("Vault Limit Exceeded")
                .detail(format!(
                    "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
                ))
                .instance(format!("/vaults/{vault}"))
                .value("current", current)
                .value("limit", limit)
                .value("tier", tier);
            (StatusCode::FORBIDDEN, problem)
        }
        VaultError::RateLimited { wait } => {
            let problem = HttpApiProblem::with_title(StatusCode::TOO_MANY_REQUESTS)
                .type_url("about:blank")
                .detail(format!("Try again in {wait} seconds."));
            (StatusCode::TOO_MANY_REQUESTS, problem)
        }
    };
    let mut response = super::response(status, problem.json_bytes());
    if let VaultError::RateLimited { wait } = error {
        super::add_rate_limit(&mut response, *wait);
    }
    response
}
