use problem_core::{Problem, ProblemDetails};
use std::time::Duration;

/// The error of all these tests, with everything that can make a difference on the wire.
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

    /// A status code that has no phrase in either version of the http crate.
    #[error("on fire")]
    #[problem(status = 599)]
    OnFire,

    /// An error with a source that must not be sent.
    #[error("secret of {0}")]
    #[problem(status = 500)]
    Storage(&'static str, #[source] std::fmt::Error),

    #[error(transparent)]
    #[problem(transparent)]
    Upstream(ProblemDetails),

    /// A problem that another service sent; it is only for the log.
    #[error("billing: {0}")]
    #[problem(transparent)]
    Received(#[source] ProblemDetails),
}

#[derive(Debug, serde::Serialize)]
pub struct FieldError {
    pub detail: &'static str,
    pub pointer: &'static str,
}

/// The names of all errors.
pub const CASES: [&str; 9] = [
    "unauthorized",
    "limit",
    "not-found",
    "fields",
    "too-fast",
    "on-fire",
    "storage",
    "upstream",
    "received",
];

/// A text in every part of the received problem in the case "received".
pub const CANARY: &str = "c4n4ry";

/// The log line for "received".
pub const RECEIVED: &str = "billing: 401 c4n4ry title: c4n4ry detail";

/// Returns the error with this name.
///
/// # Panics
///
/// Panics if no error has this name.
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
        "received" => VaultError::Received(received()),
        other => panic!("no error is named {other}"),
    }
}

/// Returns the details of the error with this name. For "received", these are the details as they were received.
///
/// # Panics
///
/// Panics if no error has this name.
#[must_use]
pub fn details(case: &str) -> ProblemDetails {
    if case == "received" { received() } else { error(case).to_details() }
}

fn received() -> ProblemDetails {
    let response = http::Response::builder()
        .status(401)
        .header("content-type", "application/problem+json")
        .header("www-authenticate", "Basic realm=\"c4n4ry\"")
        .header("retry-after", "7")
        .body(
            r##"{"type":"#c4n4ry","title":"c4n4ry title","detail":"c4n4ry detail","instance":"#c4n4ry","c4n4ry":1}"##,
        )
        .expect("a response");
    let details = ProblemDetails::from_response(&response).expect("a problem");
    details.resolve("http://svc:c4n4ry@c4n4ry.internal/v1/charge?api_key=c4n4ry")
}
