use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = FORBIDDEN)]
enum LookupError {
    Forbidden,
    #[problem(status = StatusCode::GONE)]
    Gone,
    #[problem(status = http::StatusCode::CONTENT_TOO_LARGE)]
    ContentTooLarge,
    #[problem(status = ::http::StatusCode::PAYLOAD_TOO_LARGE)]
    PayloadTooLarge,
}

fn main() {
    assert_eq!(LookupError::Forbidden.http_status(), 403);
    assert_eq!(LookupError::Gone.http_status(), 410);
    assert_eq!(LookupError::ContentTooLarge.http_status(), 413);
    assert_eq!(LookupError::PayloadTooLarge.http_status(), 413);
}
