//! Responses that ignore the request, and responses for common values of `Accept`.

use crate::common::Contender;
use crate::common::vault_error::VaultError;
use bytes::Bytes;
use http::Response;
use http::header::{ACCEPT, AUTHORIZATION, HOST, HeaderMap, HeaderValue, USER_AGENT, VARY};
use problem_core::Problem;
use std::sync::LazyLock;

pub(crate) const CONTENDERS: [Contender<VaultError, Response<Bytes>>; 5] = [
    Contender { name: "to_response", run: VaultError::to_response },
    Contender { name: "respond, no Accept", run: |error| error.respond(&NONE) },
    Contender { name: "respond, */*", run: |error| error.respond(&ANYTHING) },
    Contender { name: "respond, application/json", run: |error| error.respond(&JSON) },
    Contender { name: "respond, application/problem+json", run: |error| error.respond(&PROBLEM_JSON) },
];

/// The contender that the others are compared with.
pub(crate) const NOT_NEGOTIATED: usize = 0;

static NONE: LazyLock<HeaderMap> = LazyLock::new(|| request(None));
static ANYTHING: LazyLock<HeaderMap> = LazyLock::new(|| request(Some("*/*")));
static JSON: LazyLock<HeaderMap> = LazyLock::new(|| request(Some("application/json")));
static PROBLEM_JSON: LazyLock<HeaderMap> = LazyLock::new(|| request(Some("application/problem+json")));

/// Returns the header fields of a small request.
fn request(accept: Option<&'static str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(HOST, HeaderValue::from_static("127.0.0.1:7070"));
    headers.insert(USER_AGENT, HeaderValue::from_static("curl/8.14.1"));
    if let Some(accept) = accept {
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
    }
    headers.insert(AUTHORIZATION, HeaderValue::from_static("Bearer alice-token"));
    headers
}

/// Checks that all contenders give the same response, except for the `Vary` field.
pub(crate) fn assert_agreement(errors: &[VaultError]) {
    for error in errors {
        let reference = error.to_response();
        for contender in &CONTENDERS[NOT_NEGOTIATED + 1..] {
            let mut response = (contender.run)(error);
            assert_eq!(response.headers_mut().remove(VARY).unwrap(), "Accept", "{}", contender.name);
            assert_eq!(response.status(), reference.status(), "{}", contender.name);
            assert_eq!(response.headers(), reference.headers(), "{}", contender.name);
            assert_eq!(response.body(), reference.body(), "{}", contender.name);
        }
    }
}
