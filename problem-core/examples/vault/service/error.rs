//! What can go wrong, declared once: the log gets the error, the client gets the problem.

use super::auth::{Tier, TokenError};
use super::body::FieldFault;
use super::path::PathFault;
use super::resource::Resource;
use super::store::SaveError;
use problem_core::Problem;
use std::error::Error;
use std::time::Duration;
use tokio::task::JoinError;

/// Why a request was not answered as its sender hoped.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(challenge = "Bearer")]
pub(crate) enum VaultError {
    /// The path of a secret is malformed.
    #[error("malformed path {path:?}: it {fault}")]
    #[problem(status = 400, detail = "The path of the secret {fault}.")]
    InvalidPath { path: String, fault: PathFault },

    /// The body is not JSON, or not the object that the route takes.
    ///
    /// The source speaks of nothing but what the client itself has sent, so it may go back there.
    #[error("malformed body")]
    #[problem(status = 400, detail = "The body does not fit this route: {0}.", expose)]
    InvalidBody(#[source] serde_json::Error),

    /// A member of the body has the right type and a value that makes no sense.
    #[error("`{field}` {fault}")]
    #[problem(status = 400, detail = "`{field}` {fault}.")]
    InvalidField {
        #[problem(extension)]
        field: &'static str,
        fault: FieldFault,
    },

    /// The connection broke, or the body was not framed as HTTP asks.
    #[error("incomplete body")]
    #[problem(status = 400, detail = "The body is incomplete or malformed.")]
    IncompleteBody(#[source] Box<dyn Error + Send + Sync>),

    /// The body is longer than any that a route has use for.
    #[error("a body of more than {limit} bytes")]
    #[problem(status = 413, detail = "A body may have {limit} bytes and no more.")]
    BodyTooLarge {
        #[problem(extension)]
        limit: usize,
    },

    /// No bearer token came with the request.
    #[error("no bearer token")]
    #[problem(status = 401, detail = "Send a token: `Authorization: Bearer <token>`.")]
    TokenMissing,

    /// The token is unknown or has expired; the client is not told which.
    #[error("token rejected")]
    #[problem(
        status = 401,
        challenge = "Bearer error=\"invalid_token\"",
        detail = "The token is unknown or no longer valid."
    )]
    TokenRejected(#[source] TokenError),

    /// The resource belongs to somebody else.
    #[error("{user} asked for {resource} {id} of {owner}")]
    #[problem(status = 403, detail = "Only its owner has access to {resource} {id}.")]
    NotOwner { user: &'static str, owner: String, resource: Resource, id: String },

    /// The tier's share of vaults, secrets or agents is used up.
    #[error("{user} has {current} of {limit} {resource}s")]
    #[problem(
        status = 403,
        type = "resource_limit_exceeded",
        detail = "The {tier} tier has room for {limit} {resource}s, and you have {current}. \
                  Delete one, or move to a larger tier."
    )]
    ResourceLimitExceeded {
        user: &'static str,
        resource: Resource,
        #[problem(extension)]
        current: usize,
        #[problem(extension)]
        limit: usize,
        tier: Tier,
    },

    /// No route has this address; the standard sentence of the status says all there is to say.
    #[error("no route {path}")]
    #[problem(status = 404)]
    RouteNotFound { path: String },

    /// The vault, secret or agent does not exist.
    #[error("no {resource} {id}")]
    #[problem(status = 404, detail = "There is no {resource} {id}.")]
    ResourceNotFound { resource: Resource, id: String },

    /// The route exists, but not with this method.
    #[error("only {allow} are allowed")]
    #[problem(status = 405, header("allow" = "{allow}"), detail = "This address answers to {allow}.")]
    MethodNotAllowed { allow: &'static str },

    /// Another vault or agent of the same user has the name.
    #[error("{user} has a {resource} {name:?} already")]
    #[problem(status = 409, detail = "Your {resource} {id} has this name already.")]
    NameTaken { user: &'static str, resource: Resource, name: String, id: String },

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
        user: &'static str,
        burst: u32,
        #[problem(retry_after)]
        wait: Duration,
    },

    /// The data file could not be written. The client gets a number to quote; the reason is in the log.
    #[error("incident {incident}")]
    #[problem(status = 500, instance = "tag:vault.example,2026:incident-{incident}")]
    Storage { incident: u64, source: SaveError },

    /// A handler panicked.
    #[error("a handler did not return")]
    #[problem(status = 500)]
    Crashed(#[from] JoinError),
}

/// Why a secret that was there once cannot be read any more.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(status = 410)]
pub(crate) enum SecretGone {
    /// Its time is over.
    #[error("secret {path} has expired")]
    #[problem(detail = "Secret {path} has expired.")]
    Expired { path: String },

    /// Its owner deleted it.
    #[error("secret {path} is deleted")]
    #[problem(detail = "Secret {path} has been deleted.")]
    Deleted { path: String },

    /// It has been read as often as its owner allowed.
    #[error("secret {path} was read {max_access_count} times")]
    #[problem(detail = "Secret {path} has been read as often as it may be ({max_access_count}).")]
    UsedUp {
        path: String,
        #[problem(extension)]
        max_access_count: u32,
    },
}
