//! This project: the attributes of the error say what to write.

use crate::common::vault_error::VaultError;
use bytes::Bytes;
use http::Response;
use problem_core::Problem;

pub(super) fn respond(error: &VaultError) -> Response<Bytes> {
    error.to_response()
}
