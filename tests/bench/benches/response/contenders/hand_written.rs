//! The code that a careful developer would write without a crate for problems.

use crate::common::vault_error::{Tier, VaultError};
use bytes::Bytes;
use http::{Response, StatusCode};
use serde::Serialize;
use std::borrow::Cow;

/// A flat body that borrows where possible. `#[serde(flatten)]` or owned strings would cost time.
#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<Tier>,
}

pub(super) fn respond(error: &VaultError) -> Response<Bytes> {
    let (status, body) = match error {
        VaultError::NotFound => {
            let status = StatusCode::NOT_FOUND;
            let detail = Cow::Borrowed("There is no vault with this name, or it is not yours.");
            (status, Body::new(status, "about:blank", "Not Found", detail))
        }
        VaultError::ResourceLimitExceeded { resource, current, limit, tier } => {
            let status = StatusCode::FORBIDDEN;
            let detail = format!(
                "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
            );
            (status, Body::new(status, "resource_limit_exceeded", "Resource Limit Exceeded", detail.into()))
        }
        VaultError::VaultLimitExceeded { resource, vault, current, limit, tier } => {
            let status = StatusCode::FORBIDDEN;
            let detail = format!(
                "{resource} limit reached ({current}/{limit} on {tier} tier). Upgrade your plan for more."
            );
            let body = Body {
                // A number needs no percent-encoding.
                instance: Some(format!("/vaults/{vault}")),
                current: Some(*current),
                limit: Some(*limit),
                tier: Some(*tier),
                ..Body::new(status, "vault_limit_exceeded", "Vault Limit Exceeded", detail.into())
            };
            (status, body)
        }
        VaultError::RateLimited { wait } => {
            let status = StatusCode::TOO_MANY_REQUESTS;
            let detail = format!("Try again in {wait} seconds.");
            (status, Body::new(status, "about:blank", "Too Many Requests", detail.into()))
        }
    };
    let json = serde_json::to_vec(&body).expect("a body of strings and numbers can be serialised");
    let mut response = super::response(status, json);
    if let VaultError::RateLimited { wait } = error {
        super::add_rate_limit(&mut response, *wait);
    }
    response
}

impl Body {
    const fn new(
        status: StatusCode,
        r#type: &'static str,
        title: &'static str,
        detail: Cow<'static, str>,
    ) -> Self {
        let status = status.as_u16();
        Self { r#type, title, status, detail, instance: None, current: None, limit: None, tier: None }
    }
}
