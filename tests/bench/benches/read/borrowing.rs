//! Code by hand that takes more care: it copies only the texts that the error owns.

use crate::error::{FieldError, VaultError};
use serde::Deserialize;
use std::borrow::Cow;

/// A body that borrows where possible.
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
    current: Option<u64>,
    limit: Option<u64>,
    tier: Option<String>,
    errors: Option<Vec<FieldError>>,
}

pub(crate) fn read(json: &[u8]) -> Option<VaultError> {
    let body: Body<'_> = serde_json::from_slice(json).expect("the body is a problem");
    match &*body.r#type {
        "about:blank" if body.status == 404 => Some(VaultError::NotFound),
        "https://api.example.com/problems/plan-expired" => Some(VaultError::PlanExpired),
        "https://api.example.com/problems/vault-limit-exceeded" => Some(VaultError::VaultLimitExceeded {
            current: body.current?,
            limit: body.limit?,
            tier: body.tier?,
        }),
        "https://api.example.com/problems/invalid-fields" => {
            Some(VaultError::InvalidFields { errors: body.errors? })
        }
        _ => None,
    }
}
