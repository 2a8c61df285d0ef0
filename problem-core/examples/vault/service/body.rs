//! Request bodies: reading with a limit, and parsing.

use super::clock::Timestamp;
use super::error::VaultError;
use super::secret::Kept;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::{Body, Bytes};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::time::Duration;
use tokio::time::timeout;

/// The maximum length of a body in bytes, which also limits the length of a secret.
const MAX_BODY: usize = 16 * 1024;

const MAX_NAME: usize = 64;

/// A fault in a member of a body. Its `Display` text completes a sentence about the member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FieldFault {
    Empty,
    TooLong,
    Zero,
}

impl fmt::Display for FieldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("must not be empty"),
            Self::TooLong => write!(f, "must not have more than {MAX_NAME} characters"),
            Self::Zero => f.write_str("must not be zero"),
        }
    }
}

/// Reads a body to its end; fails if it is too long, too slow or incomplete.
pub(super) async fn read<B>(body: B, limit: Duration) -> Result<Bytes, VaultError>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    match timeout(limit, Limited::new(body, MAX_BODY).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(VaultError::BodyTooLarge { limit: MAX_BODY }),
        Ok(Err(error)) => Err(VaultError::IncompleteBody(error)),
        Err(_) => Err(VaultError::BodyTooSlow { seconds: limit.as_secs() }),
    }
}

/// Parses `{"name": "..."}`.
pub(super) fn parse_name(body: &[u8]) -> Result<String, VaultError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Named {
        name: String,
    }

    let Named { name } = serde_json::from_slice(body).map_err(VaultError::InvalidBody)?;
    let fault = match name.chars().count() {
        0 => FieldFault::Empty,
        1..=MAX_NAME => return Ok(name),
        _ => FieldFault::TooLong,
    };
    Err(VaultError::InvalidField { field: "name".to_owned(), fault })
}

/// Parses `{"value": "...", "expires_in": 60, "max_access_count": 1}`, where only `value` is required.
pub(super) fn parse_secret(body: &[u8], now: Timestamp) -> Result<Kept, VaultError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct NewSecret {
        value: String,
        expires_in: Option<u64>,
        max_access_count: Option<u32>,
    }

    let NewSecret { value, expires_in, max_access_count } =
        serde_json::from_slice(body).map_err(VaultError::InvalidBody)?;
    let fault = FieldFault::Zero;
    if expires_in == Some(0) {
        return Err(VaultError::InvalidField { field: "expires_in".to_owned(), fault });
    }
    if max_access_count == Some(0) {
        return Err(VaultError::InvalidField { field: "max_access_count".to_owned(), fault });
    }
    let expires_at = expires_in.map(|seconds| now.plus(Duration::from_secs(seconds)));
    Ok(Kept { value, expires_at, max_access_count, access_count: 0 })
}
