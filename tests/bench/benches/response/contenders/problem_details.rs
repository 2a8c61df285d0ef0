//! The `ProblemDetails` of the crate problem_details, built as in its documentation and serialised as in its axum
//! integration.
//!
//! Its `type` and `instance` are `http::Uri`. The relative types here are accepted only because they look like a host.
//! The order of the members is fixed and differs from the other contenders: `status` comes before `title`.

use crate::common::vault_error::{Tier, VaultError};
use bytes::Bytes;
use http::{Response, StatusCode, Uri};
use problem_details::{ProblemDetails, ProblemType};
use serde::Serialize;

#[derive(Serialize)]
struct Extensions {
    current: u32,
    limit: u32,
    tier: Tier,
}

pub(super) fn respond(error: &VaultError) -> Response<Bytes> {
    match error {
        VaultError::NotFound => {
            let details = ProblemDetails::from_status_code(StatusCode::NOT_FOUND)
                .with_type(ProblemType::default())
                .with_detail("There is no vault with this name, or it is not yours.");
            response(StatusCode::NOT_FOUND, &details)
        }
        VaultError::ResourceLimitExceeded { resource, current, limit, tier } => {
            let details = ProblemDetails::from_status_code(StatusCode::FORBIDDEN)
                .with_type(Uri::from_static("resource_limit_exceeded"))
                .with_title("Resource Limit Exceeded")
                .with_detail(format!(
                    "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
                ));
            response(StatusCode::FORBIDDEN, &details)
        }
        VaultError::VaultLimitExceeded { resource, vault, current, limit, tier } => {
            let instance = Uri::try_from(format!("/vaults/{vault}")).expect("a path with a number is a URI");
            let details = ProblemDetails::from_status_code(StatusCode::FORBIDDEN)
                .with_type(Uri::from_static("vault_limit_exceeded"))
                .with_title("Vault Limit Exceeded")
                .with_detail(format!(
                    "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
                ))
                .with_instance(instance)
                .with_extensions(Extensions { current: *current, limit: *limit, tier: *tier });
            response(StatusCode::FORBIDDEN, &details)
        }
        VaultError::RateLimited { wait } => {
            let details = ProblemDetails::from_status_code(StatusCode::TOO_MANY_REQUESTS)
                .with_type(ProblemType::default())
                .with_detail(format!("Try again in {wait} seconds."));
            let mut response = response(StatusCode::TOO_MANY_REQUESTS, &details);
            super::add_rate_limit(&mut response, *wait);
            response
        }
    }
}

fn response<E: Serialize>(status: StatusCode, details: &ProblemDetails<E>) -> Response<Bytes> {
    let json = serde_json::to_vec(details).expect("strings and numbers can be serialised");
    super::response(status, json)
}
