//! The least work that any choice must do: it looks for the media types, and ignores weights and wildcards.

use http::header::{ACCEPT, HeaderMap};

/// Returns a bit for each media type that the request accepts.
pub(crate) fn scan(headers: &HeaderMap) -> u32 {
    let mut found = 0;
    for value in headers.get_all(ACCEPT) {
        for element in value.as_bytes().split(|byte| *byte == b',') {
            let essence = element.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
            for (i, known) in
                ["application/problem+json", "application/problem+xml", "text/html"].into_iter().enumerate()
            {
                if essence.eq_ignore_ascii_case(known.as_bytes()) {
                    found |= 1 << i;
                }
            }
        }
    }
    found
}
