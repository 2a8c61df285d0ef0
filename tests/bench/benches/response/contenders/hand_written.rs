//! The code that a careful developer would write without a crate for problems.

use super::header_fields;
use crate::writing::by_hand;
use crate::writing::error::VaultError;
use crate::writing::input::Input;
use bytes::Bytes;
use http::Response;
use std::hint::black_box;

pub(super) fn respond(input: &Input) -> Response<Bytes> {
    // As in the contender `derive`.
    let error = black_box(input.error());
    let (status, body) = by_hand::json(&error);
    let mut response = super::response(status, body);
    if let VaultError::RateLimited { wait, limit } = &error {
        header_fields::add_rate_limit(&mut response, *wait, *limit);
    } else if let VaultError::Maintenance { wait, page } = &error {
        header_fields::add_help(&mut response, *wait, page);
    }
    response
}
