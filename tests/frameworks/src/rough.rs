use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{Problem, ProblemType};
use std::fmt;

/// A problem by hand, with all that HTTP allows and the derive does not write.
#[derive(Debug, thiserror::Error)]
#[error("rough")]
pub struct Rough;

impl Problem for Rough {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::new(StatusCode::from_u16(599).expect("a status"), "/problems/rough", "Rough")
    }

    /// More than any buffer of a server.
    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..100_000).try_for_each(|number| write!(f, "{number:07} – "))
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        for number in 0..200_u32 {
            headers.append("x-many", HeaderValue::from(number));
        }
        // obs-text of RFC 9110, section 5.5: UTF-8, what is none, and all of it.
        let all: Vec<u8> = (0x80..=0xFF).collect();
        for value in ["schlüssel\t\u{1F511}".as_bytes(), b"schl\xFCssel", &all] {
            headers.append("x-text", HeaderValue::from_bytes(value).expect("a value"));
        }
        headers.append("x-empty", HeaderValue::from_static(""));
        // None of these may be sent, and the content type once.
        headers.append("content-type", HeaderValue::from_static("text/plain"));
        headers.append("content-length", HeaderValue::from_static("1"));
        headers.append("transfer-encoding", HeaderValue::from_static("chunked"));
    }
}
