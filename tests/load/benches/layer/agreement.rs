//! Checks the responses, since a contender that did less would be faster.

use bytes::Bytes;
use http::Response;
use http::header::CONTENT_LENGTH;

/// A contender and what it must send.
pub(crate) struct Check {
    pub(crate) name: String,
    pub(crate) respond: Box<dyn Fn() -> Response<Bytes>>,
    pub(crate) expected: Response<Bytes>,
}

impl Check {
    pub(crate) fn assert(&self) {
        let Self { name, respond, expected } = self;
        let (head, body) = respond().into_parts();
        let mut headers = head.headers;
        let length = headers.remove(CONTENT_LENGTH);
        // Without it, a server asks the body for its length.
        let is_right = length.is_none_or(|length| length == body.len().to_string());
        assert!(is_right, "length, {name}");
        assert_eq!(head.status, expected.status(), "status, {name}");
        assert_eq!(&headers, expected.headers(), "header fields, {name}");
        let text = |body: &[u8]| String::from_utf8(body.to_vec()).expect("UTF-8");
        assert_eq!(without_uuid(text(&body)), text(expected.body()), "body, {name}");
    }
}

/// Replaces the digits of a random instance by `0`.
fn without_uuid(mut text: String) -> String {
    const PREFIX: &str = "urn:uuid:";
    if let Some(start) = text.find(PREFIX) {
        let start = start + PREFIX.len();
        let zeros: String =
            text[start..start + 36].chars().map(|c| if c == '-' { '-' } else { '0' }).collect();
        text.replace_range(start..start + 36, &zeros);
    }
    text
}
