//! Reads any bytes as details. They must be sent and read again without loss, and nothing may panic.
//!
//! The bytes after the first NUL byte, which JSON never contains, are the URL for resolving relative references.
//! `Cargo.toml` says how to run this.

#![no_main]

mod mutator;

use http::StatusCode;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use problem_core::{Problem, ProblemDetails};

fuzz_target!(|data: &[u8]| {
    let (json, base) = match data.iter().position(|byte| *byte == 0) {
        Some(position) => (&data[..position], &data[position + 1..]),
        None => (data, &[][..]),
    };
    let read = ProblemDetails::from_json(json);
    // The reader accepts more texts than serde_json. It must read those that serde_json accepts in the same way, except
    // for names that serde_json reserves for itself.
    let by_serde_json =
        std::str::from_utf8(json).ok().and_then(|json| serde_json::from_str::<ProblemDetails>(json).ok());
    if let Some(details) =
        by_serde_json.filter(|details| !format!("{details:?}").contains("$serde_json::private::"))
    {
        assert_eq!(read.as_ref().ok(), Some(&details));
    }
    let Ok(details) = read else { return };
    assert_serialised(&details);
    let plain = ProblemDetails::new(StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(details.to_json(), plain.to_json(), "a received problem is sent as a plain 500");
    assert!(!details.to_string().contains(char::is_control));
    let details = details.forwarding(&[]);
    assert_sent(&details);
    let _ = format!("{details:?}");
    if let Ok(base) = std::str::from_utf8(base) {
        let resolved = details.clone().resolve(base);
        // Resolved references are absolute, so resolving them again changes nothing.
        assert_eq!(resolved.clone().resolve(base), resolved);
        // No part of the base URL is sent.
        assert_eq!(resolved.to_json(), details.to_json());
        assert_eq!(serde_json::to_vec(&resolved).ok(), serde_json::to_vec(&details).ok());
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutator::mutate(data, size, max_size, seed)
});

fn assert_serialised(details: &ProblemDetails) {
    let json = serde_json::to_vec(details).expect("details can be serialised");
    assert_eq!(&read(&json), details);
}

/// Checks that the sent problem has all members of an error, but no `null` and no invalid instance.
fn assert_sent(details: &ProblemDetails) {
    let json = details.to_json();
    let sent = read(&json);
    let is_error = |status: &StatusCode| status.is_client_error() || status.is_server_error();
    let status = details.status().filter(is_error).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(sent.status(), Some(status));
    assert_eq!(sent.type_uri(), details.type_uri());
    assert!(sent.title().is_some() && details.title().is_none_or(|title| sent.title() == Some(title)));
    assert!(sent.detail().is_some() && details.detail().is_none_or(|detail| sent.detail() == Some(detail)));
    assert!(sent.instance().is_none() || sent.instance() == details.instance());
    let mut extensions = details.extensions().clone();
    extensions.retain(|_, value| !value.is_null());
    assert_eq!(sent.extensions(), &extensions);
    assert_eq!(details.to_details(), sent);

    let response = details.to_response();
    assert_eq!(response.status(), status);
    assert_eq!(response.body(), &json);
    let received = ProblemDetails::from_response(&response).expect("the response is a problem");
    assert_eq!(received, sent);
    assert!(!received.status_mismatch());
}

fn read(json: &[u8]) -> ProblemDetails {
    ProblemDetails::from_json(json).expect("the written body is a problem")
}
