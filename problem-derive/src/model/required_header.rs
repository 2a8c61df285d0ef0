//! The header fields that a status code requires.

use super::headers::{Header, HeaderValue};
use super::input::VariantInput;
use super::status::Status;
use crate::errors::{Errors, Reported};

/// The status codes that require a header field, with the section of RFC 9110 and how to add it.
const REQUIRED: &[(u16, &str, &str, &str)] = &[
    (401, "www-authenticate", "15.5.2", "challenge = \"Bearer\""),
    (405, "allow", "15.5.6", "header(\"allow\" = \"GET\")"),
    (407, "proxy-authenticate", "15.5.8", "header(\"proxy-authenticate\" = \"Basic\")"),
    (426, "upgrade", "15.5.22", "header(\"upgrade\" = \"HTTP/3.0\")"),
];

/// Checks that the variant has the header field that the status code requires.
///
/// If one field or only methods provide it, they must not be an `Option`. Of several fields, one may be an alias of
/// `Option`.
pub(super) fn check_required(
    input: &VariantInput<'_>,
    status: Status,
    mut headers: Vec<Header>,
    errors: &mut Errors,
) -> Result<Vec<Header>, Reported> {
    let Status::Fixed(code) = status else { return Ok(headers) };
    let Some((_, name, section, usage)) = REQUIRED.iter().find(|required| required.0 == code) else {
        return Ok(headers);
    };
    let (mut fields, mut methods) = (Vec::new(), Vec::new());
    let mut is_provided = false;
    for (position, header) in headers.iter().enumerate().filter(|(_, header)| header.name == *name) {
        match header.value {
            HeaderValue::Text(_) | HeaderValue::Template(_) => return Ok(headers),
            HeaderValue::Field(index) if input.fields[index].is_option() => {}
            HeaderValue::Field(_) => fields.push(position),
            HeaderValue::Method(_) => methods.push(position),
            HeaderValue::FallbackChallenge(_) => is_provided = true,
            HeaderValue::Challenge(_) | HeaderValue::RetryAfter(_) => {}
        }
    }
    let required = if fields.is_empty() { &methods } else { &fields };
    is_provided |= !required.is_empty();
    if required.len() == 1 || fields.is_empty() {
        for position in required {
            headers[*position].is_required = true;
        }
    }
    if is_provided {
        return Ok(headers);
    }
    input.complete()?;
    let message = format!("status {code} requires `{name}` (RFC 9110, section {section}); add `{usage}`");
    Err(errors.push(input.ident, message))
}
