use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{Members, Problem, ProblemType};
use std::fmt;

/// A hand-written problem that is hard to send.
///
/// It has a body of several megabytes, a status code without a phrase, and many lines of one header field. Some values
/// are not text, and some fields would contradict the body.
#[derive(Debug, thiserror::Error)]
#[error("hostile")]
pub struct Hostile;

impl Problem for Hostile {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::new(StatusCode::from_u16(599).expect("a status"), "/problems/hostile", "Hostile")
    }

    /// Writes more than any buffer of a server holds.
    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..100_000).try_for_each(|number| write!(f, "{number:07} – "))
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        members.member("filler", &"\u{1F511}\r\n".repeat(1 << 19));
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        for number in 0..1_000_u32 {
            headers.append("x-many", HeaderValue::from(number));
        }
        // `obs-text` (RFC 9110, section 5.5): UTF-8, not UTF-8, and all of its bytes.
        let all: Vec<u8> = (0x80..=0xFF).collect();
        for value in ["schlüssel\t\u{1F511}".as_bytes(), b"schl\xFCssel", &all, b"a,  \t b"] {
            headers.append("x-text", HeaderValue::from_bytes(value).expect("a value"));
        }
        headers.append("x-empty", HeaderValue::from_static(""));
        // None of these values may be sent; `content-type` is sent once, for the body.
        headers.append("content-type", HeaderValue::from_static("text/plain"));
        headers.append("content-length", HeaderValue::from_static("1"));
        headers.append("transfer-encoding", HeaderValue::from_static("chunked"));
    }
}
