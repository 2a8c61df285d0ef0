//! Checks the format that each client gets.

use crate::clients::{CLIENTS, Client};
use crate::scan;
use http::header::{ACCEPT, HeaderMap, HeaderValue};
use problem_core::{Format, client};

pub(crate) fn assert_agreement() {
    for client in CLIENTS {
        let Client { name, format, .. } = client;
        let headers = client.headers();
        assert_eq!(Format::negotiate(&headers), *format, "{name}");
        // Only a browser names `text/html`, and only this project's own client names a problem type.
        let named = u32::from(name.starts_with("reqwest")) | u32::from(*format == Format::Html) << 2;
        assert_eq!(scan::scan(&headers), named, "{name}");
    }
    assert_accept_of_reqwest();
}

/// Checks the value that this project's own client sends.
fn assert_accept_of_reqwest() {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("*/*"));
    client::accept_problems(&mut headers);
    let sent =
        CLIENTS.iter().find(|client| client.name.starts_with("reqwest")).and_then(|client| client.accept);
    assert_eq!(headers[ACCEPT], sent.expect("reqwest is one of the clients"));
}
