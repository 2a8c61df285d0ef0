use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{Members, Problem, ProblemType};
use std::error::Error;
use std::fmt;

/// What is hard to send: a body of megabytes, a status code without a phrase, many lines of one header field, values
/// that are no text, and fields that would contradict the body.
#[derive(Debug)]
pub struct Hostile;

impl Problem for Hostile {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::from_u16(599).expect("a status code has three digits"))
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        members.member("filler", &"\u{1F511}\r\n".repeat(1 << 19));
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        for line in 0..1_000_u32 {
            headers.append("x-line", line.into());
        }
        headers.append("x-text", HeaderValue::from_static("a,  \t b"));
        headers.append("x-text", HeaderValue::from_static(""));
        headers.append("x-text", HeaderValue::from_bytes(b"caf\xE9 \xFF").expect("obs-text is allowed"));
        headers.insert("content-type", HeaderValue::from_static("text/html"));
        headers.append("content-type", HeaderValue::from_static("image/png"));
        headers.insert("content-length", HeaderValue::from_static("7"));
        headers.insert("transfer-encoding", HeaderValue::from_static("chunked"));
    }
}

impl Error for Hostile {}

impl fmt::Display for Hostile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hostile")
    }
}
