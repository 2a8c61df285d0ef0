//! A body that never changes needs no serialisation, so a careful developer writes it as a text.

use crate::writing::error::VaultError;
use crate::writing::input::Input;
use axum_core::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use std::hint::black_box;

/// Returns the response for an error with a constant body.
pub(crate) fn respond(input: &Input) -> Response {
    let (status, json) = match black_box(input.error()) {
        VaultError::NotFound => (
            StatusCode::NOT_FOUND,
            concat!(
                r#"{"type":"about:blank","title":"Not Found","status":404,"#,
                r#""detail":"There is no vault with this name, or it is not yours."}"#,
            ),
        ),
        VaultError::PlanExpired => (
            StatusCode::FORBIDDEN,
            concat!(
                r#"{"type":"https://vaults.example/plan-expired","title":"Plan Expired","status":403,"#,
                r#""detail":"Your plan has expired. Renew it in your account."}"#,
            ),
        ),
        VaultError::BadName => (
            StatusCode::UNPROCESSABLE_ENTITY,
            concat!(
                r#"{"type":"https://api.example.com/problems/bad-name","title":"Name Not Allowed","status":422,"#,
                r#""detail":"The name of a vault begins with a letter, consists of letters, digits, \"-\" and \"_\", "#,
                r#"has at most 63 characters, and does not end with \"-\".\nThe names \"new\" and \"all\" are "#,
                r#"reserved.\nSee the section “Names” of the manual."}"#,
            ),
        ),
        error => panic!("the body is not constant: {error}"),
    };
    let content_type = HeaderValue::from_static("application/problem+json");
    (status, [(CONTENT_TYPE, content_type)], json).into_response()
}
