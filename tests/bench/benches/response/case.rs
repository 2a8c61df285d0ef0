use crate::common::vault_error::{Resource, Tier, VaultError};

/// The errors, from one whose body is constant to one with all members that a problem can have.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Case {
    Constant,
    Formatted,
    Extended,
    HeaderFields,
}

impl Case {
    pub(crate) const ALL: [Self; 4] = [Self::Constant, Self::Formatted, Self::Extended, Self::HeaderFields];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Constant => "constant body",
            Self::Formatted => "formatted detail",
            Self::Extended => "detail, instance, 3 extensions",
            Self::HeaderFields => "detail, 2 header fields",
        }
    }

    pub(crate) const fn error(self) -> VaultError {
        match self {
            Self::Constant => VaultError::NotFound,
            Self::Formatted => VaultError::ResourceLimitExceeded {
                resource: Resource::Agent,
                current: 3,
                limit: 3,
                tier: Tier::Free,
            },
            Self::Extended => VaultError::EXTENDED,
            Self::HeaderFields => VaultError::RateLimited { wait: 30 },
        }
    }
}
