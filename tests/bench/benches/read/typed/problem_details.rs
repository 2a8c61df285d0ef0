//! The `ProblemDetails` of the crate problem_details, with extension members as in its documentation.

use super::limit_exceeded;
use crate::common::vault_error::{Tier, VaultError};
use bytes::Bytes;
use http::Uri;
use problem_details::ProblemDetails;
use serde::Deserialize;

#[derive(Deserialize)]
struct Extensions {
    current: u32,
    limit: u32,
    tier: Tier,
}

pub(super) fn read(json: &Bytes) -> VaultError {
    let details: ProblemDetails<Extensions> = serde_json::from_slice(json).expect("the body is a problem");
    let type_uri = details.r#type.as_ref().map(AsRef::<Uri>::as_ref).expect("the body has a type");
    assert_eq!(type_uri, "vault_limit_exceeded");
    let Extensions { current, limit, tier } = details.extensions;
    limit_exceeded(current, limit, tier)
}
