use serde::{Deserialize, Serialize};
use std::fmt;

/// A kind of item whose number is limited for each user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Resource {
    Vault,
    Secret,
    Agent,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vault => "vault",
            Self::Secret => "secret",
            Self::Agent => "agent",
        })
    }
}
