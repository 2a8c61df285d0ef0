//! The code that a careful developer would write without a crate for problems.

use super::limit_exceeded;
use crate::common::vault_error::{Resource, Tier, VaultError};
use bytes::Bytes;
use serde::Deserialize;
use std::borrow::Cow;

/// A flat body that borrows where possible.
///
/// serde cannot borrow an `Option<Cow<str>>`, so an absent text is read as an empty one.
#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    r#type: Cow<'a, str>,
    #[serde(borrow, default)]
    #[expect(dead_code, reason = "a client reads it for its log")]
    title: Cow<'a, str>,
    status: u16,
    #[serde(borrow, default)]
    #[expect(dead_code, reason = "see `title`")]
    detail: Cow<'a, str>,
    #[serde(borrow, default)]
    #[expect(dead_code, reason = "see `title`")]
    instance: Cow<'a, str>,
    current: Option<u32>,
    limit: Option<u32>,
    tier: Option<Tier>,
}

pub(super) fn read(json: &Bytes) -> VaultError {
    let body = serde_json::from_slice(json).expect("the body is a problem");
    error_of(&body).expect("the type is known")
}

fn error_of(body: &Body<'_>) -> Option<VaultError> {
    match &*body.r#type {
        "about:blank" if body.status == 404 => Some(VaultError::NotFound),
        "resource_limit_exceeded" => Some(VaultError::ResourceLimitExceeded {
            resource: Resource::default(),
            current: 0,
            limit: 0,
            tier: Tier::default(),
        }),
        "vault_limit_exceeded" => Some(limit_exceeded(body.current?, body.limit?, body.tier?)),
        _ => None,
    }
}
