//! The code that a careful developer would write without problem-core.

use crate::service::error::VaultError;
use axum::body::Body;
use axum::response::Response;
use http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Serialize;

const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

#[derive(Serialize)]
struct Problem<'a> {
    r#type: &'a str,
    title: &'a str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    burst: Option<u32>,
}

pub(crate) fn by_hand(error: &VaultError) -> Response {
    match error {
        VaultError::TokenMissing => {
            let detail = "Send a token: `Authorization: Bearer <token>`.";
            let headers = HeaderMap::from_iter([(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))]);
            problem(StatusCode::UNAUTHORIZED, "Unauthorized", detail, None, headers)
        }
        VaultError::MethodNotAllowed { allow } => {
            let detail = format!("This address allows only {allow}.");
            let allow = HeaderValue::try_from(allow).ok();
            let headers = allow.map(|allow| (ALLOW, allow)).into_iter().collect();
            problem(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed", &detail, None, headers)
        }
        VaultError::RateLimited { burst, wait, .. } => {
            let detail = format!("A token allows {burst} requests at once, then one per second.");
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            let headers = HeaderMap::from_iter([(RETRY_AFTER, seconds.into())]);
            problem(StatusCode::TOO_MANY_REQUESTS, "Too Many Requests", &detail, Some(*burst), headers)
        }
        _ => {
            let detail = "The server met an unexpected condition.";
            problem(
                StatusCode::INTERNAL_SERVER_ERROR,
                "Internal Server Error",
                detail,
                None,
                HeaderMap::new(),
            )
        }
    }
}

fn problem(
    status: StatusCode,
    title: &str,
    detail: &str,
    burst: Option<u32>,
    headers: HeaderMap,
) -> Response {
    let problem = Problem { r#type: "about:blank", title, status: status.as_u16(), detail, burst };
    let mut response = Response::new(Body::from(serde_json::to_vec(&problem).unwrap_or_default()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, PROBLEM_JSON);
    response.headers_mut().extend(headers);
    response
}
