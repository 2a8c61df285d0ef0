//! The errors, declared once for both ends. The server logs the error and sends it as a problem. The client reads the
//! problem and gets the error back.

use super::auth::{Tier, TokenError};
use super::body::FieldFault;
use super::path::PathFault;
use super::resource::Resource;
use super::store::SaveError;
use problem_core::{FromProblem, Problem, ProblemDetails};
use std::error::Error;
use std::iter;
use std::time::Duration;
use tokio::task::JoinError;

/// The reason why a request failed.
///
/// Fields under `default` are for the log of the server, and are empty in the client. Variants under
/// `skip_deserializing` hold a source that no client can have. The client reads them as [`Other`](Self::Other).
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[problem(challenge = "Bearer")]
pub(crate) enum VaultError {
    /// The path of a secret is malformed.
    #[error("malformed path {path:?}: it {fault}")]
    #[problem(status = 400, type = "invalid_path", detail = "The path of the secret {fault}.")]
    InvalidPath {
        #[problem(default)]
        path: String,
        #[problem(extension)]
        fault: PathFault,
    },

    /// The body is not JSON, or not the object that the route expects.
    ///
    /// The source describes only what the client has sent, so the detail may include it.
    #[error("malformed body")]
    #[problem(
        status = 400,
        type = "invalid_body",
        detail = "The body does not fit this route: {0}.",
        expose,
        skip_deserializing
    )]
    InvalidBody(#[source] serde_json::Error),

    /// A member of the body has the right type, but an invalid value.
    #[error("`{field}` {fault}")]
    #[problem(status = 400, type = "invalid_field", detail = "`{field}` {fault}.")]
    InvalidField {
        #[problem(extension)]
        field: String,
        #[problem(extension)]
        fault: FieldFault,
    },

    /// The connection broke, or the body does not follow the framing of HTTP.
    #[error("incomplete body")]
    #[problem(status = 400, detail = "The body is incomplete or malformed.", skip_deserializing)]
    IncompleteBody(#[source] Box<dyn Error + Send + Sync>),

    /// The body is longer than any route accepts.
    #[error("the body is longer than {limit} bytes")]
    #[problem(status = 413, detail = "A body may have at most {limit} bytes.")]
    BodyTooLarge {
        #[problem(extension)]
        limit: usize,
    },

    /// The body did not arrive in time. The connection is closed, since the rest may still arrive.
    #[error("the body took longer than {seconds} s")]
    #[problem(status = 408, detail = "A body may take at most {seconds} s.")]
    BodyTooSlow {
        #[problem(extension)]
        seconds: u64,
    },

    /// The request has no bearer token.
    #[error("no bearer token")]
    #[problem(status = 401, detail = "Send a token: `Authorization: Bearer <token>`.")]
    TokenMissing,

    /// The token is unknown or has expired. The client is not told which.
    #[error("token rejected")]
    #[problem(
        status = 401,
        type = "token_rejected",
        challenge = "Bearer error=\"invalid_token\"",
        detail = "The token is unknown or no longer valid."
    )]
    TokenRejected(
        #[source]
        #[problem(default)]
        Option<TokenError>,
    ),

    /// The resource belongs to another user.
    #[error("{user} asked for {resource} {id}, which belongs to {owner}")]
    #[problem(status = 403, detail = "Only its owner has access to {resource} {id}.")]
    NotOwner {
        #[problem(default)]
        user: &'static str,
        #[problem(default)]
        owner: String,
        #[problem(extension)]
        resource: Resource,
        #[problem(extension = "resource_id")]
        id: String,
    },

    /// The user has as many vaults, secrets or agents as the tier allows.
    #[error("{user} has {current} of {limit} {resource}s")]
    #[problem(
        status = 403,
        type = "resource_limit_exceeded",
        detail = "The {tier} tier has room for {limit} {resource}s, and you have {current}. \
                  Delete one, or move to a larger tier."
    )]
    ResourceLimitExceeded {
        #[problem(default)]
        user: &'static str,
        #[problem(extension)]
        resource: Resource,
        #[problem(extension)]
        current: usize,
        #[problem(extension)]
        limit: usize,
        #[problem(extension)]
        tier: Tier,
    },

    /// No route has this address. The default `detail` says enough.
    #[error("no route {path}")]
    #[problem(status = 404)]
    RouteNotFound {
        #[problem(default)]
        path: String,
    },

    /// The vault, secret or agent does not exist.
    #[error("no {resource} {id}")]
    #[problem(status = 404, type = "resource_not_found", detail = "There is no {resource} {id}.")]
    ResourceNotFound {
        #[problem(extension)]
        resource: Resource,
        #[problem(extension = "resource_id")]
        id: String,
    },

    /// The route does not support this method.
    #[error("only {allow} are allowed")]
    #[problem(status = 405, header("allow" = "{allow}"), detail = "This address allows only {allow}.")]
    MethodNotAllowed { allow: String },

    /// Another vault or agent of the same user has this name.
    #[error("{user} already has a {resource} named {name:?}")]
    #[problem(status = 409, detail = "Your {resource} {id} already has this name.")]
    NameTaken {
        #[problem(default)]
        user: &'static str,
        #[problem(extension)]
        resource: Resource,
        #[problem(default)]
        name: String,
        #[problem(extension = "resource_id")]
        id: String,
    },

    /// The secret existed, but is gone.
    #[error(transparent)]
    #[problem(transparent)]
    Gone(#[from] SecretGone),

    /// The user sends requests faster than the rate limit allows.
    #[error("{user} is over the rate limit")]
    #[problem(status = 429, detail = "A token allows {burst} requests at once, then one per second.")]
    RateLimited {
        #[problem(default)]
        user: &'static str,
        #[problem(extension)]
        burst: u32,
        #[problem(retry_after)]
        wait: Duration,
    },

    /// The data file could not be written. The client gets an incident number to quote; the reason is in the log.
    #[error("incident {incident}")]
    #[problem(status = 500, instance = "tag:vault.example,2026:incident-{incident}", skip_deserializing)]
    Storage { incident: u64, source: SaveError },

    /// A handler panicked.
    #[error("a handler did not return")]
    #[problem(status = 500, skip_deserializing)]
    Crashed(#[from] JoinError),

    /// Any other problem that the client receives, including those of a newer server.
    #[error(transparent)]
    #[problem(other)]
    Other(ProblemDetails),
}

/// Returns the messages of an error and of all its sources, joined by colons.
pub(super) fn chain(error: &(dyn Error + 'static)) -> String {
    let errors: Vec<_> =
        iter::successors(Some(error), |&error| error.source()).map(ToString::to_string).collect();
    errors.join(": ")
}

/// The reason why a secret that once existed can no longer be read.
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[problem(status = 410)]
pub(crate) enum SecretGone {
    /// The secret has expired.
    #[error("secret {path} has expired")]
    #[problem(type = "secret_expired", detail = "Secret {path} has expired.")]
    Expired {
        #[problem(extension)]
        path: String,
    },

    /// The owner deleted the secret.
    #[error("secret {path} was deleted")]
    #[problem(type = "secret_deleted", detail = "Secret {path} has been deleted.")]
    Deleted {
        #[problem(extension)]
        path: String,
    },

    /// The secret has been read as often as its owner allowed.
    #[error("secret {path} was read {max_access_count} times")]
    #[problem(
        type = "secret_used_up",
        detail = "Secret {path} has been read as often as allowed ({max_access_count})."
    )]
    UsedUp {
        #[problem(extension)]
        path: String,
        #[problem(extension)]
        max_access_count: u32,
    },
}
