//! What can go wrong, declared once for both ends: the server logs the error and sends the problem, and the client
//! reads the problem and gets the error.

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

/// Why a request was not answered as its sender hoped.
///
/// A field under `default` is for the log of the server, and empty at the client. A variant under `skip_deserializing`
/// holds a source that no client could; there it is one of the [`Other`](Self::Other) problems.
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

    /// The body is not JSON, or not the object that the route takes.
    ///
    /// The source speaks of nothing but what the client itself has sent, so it may go back there.
    #[error("malformed body")]
    #[problem(
        status = 400,
        type = "invalid_body",
        detail = "The body does not fit this route: {0}.",
        expose,
        skip_deserializing
    )]
    InvalidBody(#[source] serde_json::Error),

    /// A member of the body has the right type and a value that makes no sense.
    #[error("`{field}` {fault}")]
    #[problem(status = 400, type = "invalid_field", detail = "`{field}` {fault}.")]
    InvalidField {
        #[problem(extension)]
        field: String,
        #[problem(extension)]
        fault: FieldFault,
    },

    /// The connection broke, or the body was not framed as HTTP asks.
    #[error("incomplete body")]
    #[problem(status = 400, detail = "The body is incomplete or malformed.", skip_deserializing)]
    IncompleteBody(#[source] Box<dyn Error + Send + Sync>),

    /// The body is longer than any that a route has use for.
    #[error("a body of more than {limit} bytes")]
    #[problem(status = 413, detail = "A body may have {limit} bytes and no more.")]
    BodyTooLarge {
        #[problem(extension)]
        limit: usize,
    },

    /// The body did not come to its end in time; the connection is closed, since the rest may still come.
    #[error("a body that took more than {seconds} s")]
    #[problem(status = 408, detail = "A body may take {seconds} s and no longer.")]
    BodyTooSlow {
        #[problem(extension)]
        seconds: u64,
    },

    /// No bearer token came with the request.
    #[error("no bearer token")]
    #[problem(status = 401, detail = "Send a token: `Authorization: Bearer <token>`.")]
    TokenMissing,

    /// The token is unknown or has expired; the client is not told which.
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

    /// The resource belongs to somebody else.
    #[error("{user} asked for {resource} {id} of {owner}")]
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

    /// The tier's share of vaults, secrets or agents is used up.
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

    /// No route has this address; the standard sentence of the status says all there is to say.
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

    /// The route exists, but not with this method.
    #[error("only {allow} are allowed")]
    #[problem(status = 405, header("allow" = "{allow}"), detail = "This address answers to {allow}.")]
    MethodNotAllowed { allow: String },

    /// Another vault or agent of the same user has the name.
    #[error("{user} has a {resource} {name:?} already")]
    #[problem(status = 409, detail = "Your {resource} {id} has this name already.")]
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

    /// The secret was there once.
    #[error(transparent)]
    #[problem(transparent)]
    Gone(#[from] SecretGone),

    /// The token is used faster than its share allows.
    #[error("{user} is over the rate limit")]
    #[problem(
        status = 429,
        detail = "A token is good for {burst} requests at once, then for one each second."
    )]
    RateLimited {
        #[problem(default)]
        user: &'static str,
        #[problem(extension)]
        burst: u32,
        #[problem(retry_after)]
        wait: Duration,
    },

    /// The data file could not be written. The client gets a number to quote; the reason is in the log.
    #[error("incident {incident}")]
    #[problem(status = 500, instance = "tag:vault.example,2026:incident-{incident}", skip_deserializing)]
    Storage { incident: u64, source: SaveError },

    /// A handler panicked.
    #[error("a handler did not return")]
    #[problem(status = 500, skip_deserializing)]
    Crashed(#[from] JoinError),

    /// At the client, whatever other problem comes, be it one that a later version of the server has.
    #[error(transparent)]
    #[problem(other)]
    Other(ProblemDetails),
}

/// An error and all that caused it, for the log.
pub(super) fn chain(error: &(dyn Error + 'static)) -> String {
    let errors: Vec<_> =
        iter::successors(Some(error), |&error| error.source()).map(ToString::to_string).collect();
    errors.join(": ")
}

/// Why a secret that was there once cannot be read any more.
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[problem(status = 410)]
pub(crate) enum SecretGone {
    /// Its time is over.
    #[error("secret {path} has expired")]
    #[problem(type = "secret_expired", detail = "Secret {path} has expired.")]
    Expired {
        #[problem(extension)]
        path: String,
    },

    /// Its owner deleted it.
    #[error("secret {path} is deleted")]
    #[problem(type = "secret_deleted", detail = "Secret {path} has been deleted.")]
    Deleted {
        #[problem(extension)]
        path: String,
    },

    /// It has been read as often as its owner allowed.
    #[error("secret {path} was read {max_access_count} times")]
    #[problem(
        type = "secret_used_up",
        detail = "Secret {path} has been read as often as it may be ({max_access_count})."
    )]
    UsedUp {
        #[problem(extension)]
        path: String,
        #[problem(extension)]
        max_access_count: u32,
    },
}
