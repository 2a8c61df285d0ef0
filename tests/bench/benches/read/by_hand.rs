//! The code that a careful developer would write without a crate for problems: a struct that owns its texts.

use crate::error::{FieldError, VaultError};
use serde::Deserialize;

/// The members of all errors that the client knows.
#[derive(Debug, Deserialize)]
pub(crate) struct Body {
    pub(crate) r#type: String,
    pub(crate) title: Option<String>,
    pub(crate) status: u16,
    pub(crate) detail: Option<String>,
    #[expect(dead_code, reason = "a client reads it for its log")]
    instance: Option<String>,
    pub(crate) current: Option<u64>,
    pub(crate) limit: Option<u64>,
    pub(crate) tier: Option<String>,
    pub(crate) errors: Option<Vec<FieldError>>,
}

impl Body {
    pub(crate) fn read(json: &[u8]) -> Self {
        serde_json::from_slice(json).expect("the body is a problem")
    }

    pub(crate) fn into_error(self) -> Option<VaultError> {
        match &*self.r#type {
            "about:blank" if self.status == 404 => Some(VaultError::NotFound),
            "https://api.example.com/problems/plan-expired" => Some(VaultError::PlanExpired),
            "https://api.example.com/problems/vault-limit-exceeded" => Some(VaultError::VaultLimitExceeded {
                current: self.current?,
                limit: self.limit?,
                tier: self.tier?,
            }),
            "https://api.example.com/problems/invalid-fields" => {
                Some(VaultError::InvalidFields { errors: self.errors? })
            }
            _ => None,
        }
    }
}
