use problem_core::{Problem, ProblemDetails};
use std::time::Duration;

/// One error for all of them, with whatever can make a difference on the wire.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(challenge = "Bearer")]
pub enum VaultError {
    #[error("no token")]
    #[problem(status = 401, header("www-authenticate" = "Basic realm=\"{realm}\""))]
    Unauthorized { realm: &'static str },

    #[error("limit {current}/{limit}")]
    #[problem(
        status = 403,
        type = "https://vault.example/problems/resource_limit_exceeded",
        detail = "Limit reached ({current}/{limit})."
    )]
    ResourceLimitExceeded {
        #[problem(extension)]
        current: u32,
        #[problem(extension)]
        limit: u32,
    },

    #[error("no vault {name:?}")]
    #[problem(
        status = 404,
        type = "/problems/vault-not-found",
        detail = "There is no vault “{name}”.",
        instance = "/vaults/{name}"
    )]
    NotFound {
        #[problem(extension)]
        name: &'static str,
    },

    #[error("invalid fields")]
    #[problem(
        status = 422,
        type = "https://vault.example/problems/invalid-fields",
        detail = "Two fields are invalid."
    )]
    InvalidFields {
        #[problem(extension)]
        errors: [FieldError; 2],
    },

    #[error("too fast")]
    #[problem(status = 429, header("x-quota" = "{quota}"), header("x-quota" = "per hour"))]
    TooFast {
        #[problem(retry_after)]
        wait: Duration,
        quota: u32,
    },

    /// A code that http and its older version have no phrase for.
    #[error("on fire")]
    #[problem(status = 599)]
    OnFire,

    /// What nobody may see.
    #[error("secret of {0}")]
    #[problem(status = 500)]
    Storage(&'static str, #[source] std::fmt::Error),

    #[error(transparent)]
    #[problem(transparent)]
    Upstream(ProblemDetails),
}

#[derive(Debug, serde::Serialize)]
pub struct FieldError {
    pub detail: &'static str,
    pub pointer: &'static str,
}

/// The names of all the errors.
pub const CASES: [&str; 8] =
    ["unauthorized", "limit", "not-found", "fields", "too-fast", "on-fire", "storage", "upstream"];

/// The error of that name.
///
/// # Panics
///
/// If there is none.
#[must_use]
pub fn error(case: &str) -> VaultError {
    match case {
        "unauthorized" => VaultError::Unauthorized { realm: "vault" },
        "limit" => VaultError::ResourceLimitExceeded { current: 3, limit: 3 },
        "not-found" => VaultError::NotFound { name: "schlüssel/\u{1F511}" },
        "fields" => VaultError::InvalidFields {
            errors: [
                FieldError { detail: "must be a positive integer", pointer: "#/age" },
                FieldError { detail: "must be one of 'green', 'red'", pointer: "#/profiles/0/color" },
            ],
        },
        "too-fast" => VaultError::TooFast { wait: Duration::from_millis(1_500), quota: 50 },
        "on-fire" => VaultError::OnFire,
        "storage" => VaultError::Storage("nobody", std::fmt::Error),
        "upstream" => VaultError::Upstream(
            ProblemDetails::new(http::StatusCode::BAD_GATEWAY)
                .with_detail("a \"quoted\" <detail>\n")
                .with_extension("host", "db"),
        ),
        other => panic!("no error is called {other}"),
    }
}
