//! Tests of problems in XML: RFC 9457, appendix B, and the rules of XML behind it.

mod encoding;
mod limits;
mod reading;
mod refused;
mod strict;
mod text;
mod writing;

use crate::members;
use http::{HeaderValue, Response, StatusCode};
use problem_core::{ProblemDetails, ReadError};
use serde_json::Value;
use std::error::Error;

/// The example of RFC 9457, appendix B.
const OUT_OF_CREDIT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<problem xmlns="urn:ietf:rfc:7807">
  <type>https://example.com/probs/out-of-credit</type>
  <title>You do not have enough credit.</title>
  <detail>Your current balance is 30, but that costs 50.</detail>
  <instance>https://example.net/account/12345/msgs/abc</instance>
  <balance>30</balance>
  <accounts>
    <i>https://example.net/account/12345</i>
    <i>https://example.net/account/67890</i>
  </accounts>
</problem>"#;

/// Returns a document whose root has these elements, and nothing around the root.
fn problem(elements: &str) -> String {
    format!(r#"<problem xmlns="urn:ietf:rfc:7807">{elements}</problem>"#)
}

fn read(xml: &str) -> ProblemDetails {
    ProblemDetails::from_xml(xml.as_bytes()).unwrap_or_else(|error| panic!("{error:?}: {xml}"))
}

/// Checks all members of the details, as JSON.
fn assert_document(row: u16, xml: &str, expected: &str) {
    let expected: Value = serde_json::from_str(expected).unwrap();
    assert_eq!(members(&read(xml)), expected, "row {row}: {xml}");
}

/// Like [`assert_document`], for the content of the root element.
fn assert_elements(cases: &[(u16, &str, &str)]) {
    for (row, elements, expected) in cases {
        assert_document(*row, &problem(elements), expected);
    }
}

/// Returns the reason why this document is rejected.
fn reason(xml: &[u8]) -> String {
    reason_of(ProblemDetails::from_xml(xml), &String::from_utf8_lossy(&xml[..xml.len().min(200)]))
}

fn reason_of(result: Result<ProblemDetails, ReadError>, xml: &str) -> String {
    match result {
        Err(error @ ReadError::Xml(_)) => {
            assert_eq!(error.to_string(), "the body cannot be read as a problem in XML", "{xml}");
            error.source().unwrap().to_string()
        }
        result => panic!("{result:?}: {xml}"),
    }
}

fn response(content_type: &[u8], xml: &[u8]) -> Response<Vec<u8>> {
    let mut response = Response::new(xml.to_vec());
    *response.status_mut() = StatusCode::FORBIDDEN;
    response.headers_mut().insert("content-type", HeaderValue::from_bytes(content_type).unwrap());
    response
}
