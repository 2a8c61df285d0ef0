use bytes::Bytes;
use http::Response;
use http_body::Body;
use http_body_util::BodyExt;
use std::fmt::{Debug, Write};

/// Returns the status code, the header fields in alphabetical order, and the body.
///
/// # Panics
///
/// If the body is not complete.
pub async fn wire<B: Body<Data = Bytes, Error: Debug>>(response: Response<B>) -> String {
    let (head, body) = response.into_parts();
    let mut fields: Vec<_> = head
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    fields.sort();
    let mut text = format!("{}\n", head.status.as_u16());
    for field in fields {
        writeln!(text, "{field}").expect("a string has room");
    }
    let body = body.collect().await.expect("the body is complete").to_bytes();
    text.push('\n');
    text.push_str(&String::from_utf8_lossy(&body));
    text
}
