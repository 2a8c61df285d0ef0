//! This project: where to read it from stands at the error.

use crate::common::vault_error::VaultError;
use bytes::Bytes;
use problem_core::{FromProblem, ProblemDetails};

pub(super) fn read(json: &Bytes) -> VaultError {
    VaultError::from_problem_json(json).expect("the body is a problem").expect("the type is known")
}

/// For whoever needs the details as well.
pub(super) fn read_by_way_of_details(json: &Bytes) -> VaultError {
    let details = ProblemDetails::from_json(json).expect("the body is a problem");
    VaultError::try_from(details).expect("the type is known")
}
