//! This project: the attributes of the error say how to read it.

use crate::common::vault_error::VaultError;
use bytes::Bytes;
use problem_core::{FromProblem, ProblemDetails};

pub(super) fn read(json: &Bytes) -> VaultError {
    VaultError::from_problem_json(json).expect("the body is a problem").expect("the type is known")
}

/// Reads the error through the details, for a client that needs them as well.
pub(super) fn read_through_details(json: &Bytes) -> VaultError {
    let details = ProblemDetails::from_json(json).expect("the body is a problem");
    VaultError::try_from(details).expect("the type is known")
}
