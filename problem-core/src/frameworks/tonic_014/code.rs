use http::StatusCode;
use tonic::Code;

/// The code of gRPC that says what a status code of HTTP does.
///
/// Where google.rpc.Code names a status code, it is the code that it stands beside; else the one whose description fits,
/// of which `FAILED_PRECONDITION` says that a state has to change first, and `INVALID_ARGUMENT` that the request has to.
pub(super) fn of(status: StatusCode) -> Code {
    match status.as_u16() {
        400 | 406 | 411 | 413 | 414 | 415 | 417 | 421 | 422 | 431 => Code::InvalidArgument,
        401 | 407 => Code::Unauthenticated,
        403 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        405 | 501 => Code::Unimplemented,
        408 | 504 => Code::DeadlineExceeded,
        409 => Code::Aborted,
        416 => Code::OutOfRange,
        429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        502 | 503 => Code::Unavailable,
        500..=599 => Code::Internal,
        _ => Code::FailedPrecondition,
    }
}
