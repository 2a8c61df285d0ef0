//! Builds the details of a status: the parts of a problem beyond its code and message.

use super::reason;
use super::room::Room;
use crate::retry_after::retry_after;
use crate::{Problem, ProblemDetails};
use http::HeaderMap;
use iri_string::types::UriReferenceStr;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use std::collections::HashMap;
use tonic_types::{ErrorDetails, FieldViolation};

/// The extension member that lists errors in fields of the request, as in the example in RFC 9457, section 3.
const ERRORS: &str = "errors";

/// Returns the parts of a problem beyond its code and message as messages of google.rpc, as far as there is room.
pub(super) fn from_problem(problem: &dyn Problem, details: &ProblemDetails, mut room: Room) -> ErrorDetails {
    let type_uri = details.type_uri();
    let mut answer = ErrorDetails::new();
    let mut headers = HeaderMap::new();
    problem.write_headers(&mut headers);
    if let Some(delay) = retry_after(&headers) {
        answer.set_retry_info(Some(delay));
    }
    let reason = reason::from_type(type_uri, problem.http_status());
    // There is room for the longest reason, however long the message is.
    room.take(&reason);
    let domain = Some(host(type_uri)).filter(|domain| room.take(domain));
    if let Some(instance) = details.instance().filter(|instance| room.take(instance)) {
        answer.set_request_info(instance, "");
    }
    let violations = details.extensions().get(ERRORS).and_then(violations);
    let told = violations.as_ref().map(|_| ERRORS);
    if let Some(mut violations) = violations {
        violations.retain(|violation| room.take_pair(&violation.field, &violation.description));
        answer.set_bad_request(violations);
    }
    let metadata = details.extensions().iter().filter(|(name, _)| Some(&***name) != told);
    let metadata = metadata.map(|(name, value)| (name.clone(), text(value)));
    let metadata: HashMap<_, _> = metadata.filter(|(name, value)| room.take_pair(name, value)).collect();
    answer.set_error_info(reason, domain.unwrap_or_default(), metadata);
    answer
}

/// Returns the host in the URI of a problem type, which stands for the service that declares the type.
fn host(type_uri: &str) -> &str {
    let authority = UriReferenceStr::new(type_uri).ok().and_then(UriReferenceStr::authority_components);
    authority.map_or("", |authority| authority.host())
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// Returns the field violations if every item is one. Otherwise the member is sent as metadata.
fn violations(errors: &Value) -> Option<Vec<FieldViolation>> {
    errors.as_array()?.iter().map(violation).collect()
}

fn violation(error: &Value) -> Option<FieldViolation> {
    let (pointer, detail) = (error.get("pointer")?.as_str()?, error.get("detail")?.as_str()?);
    Some(FieldViolation::new(path(pointer)?, detail))
}

/// Converts a JSON pointer (RFC 6901), as a URI fragment or not, to a path as in google.rpc.BadRequest.
///
/// For example, `#/emails/0/type` becomes `emails[1].type`, since these paths count from 1.
fn path(pointer: &str) -> Option<String> {
    let pointer = match pointer.strip_prefix('#') {
        Some(fragment) => percent_decode_str(fragment).decode_utf8().ok()?.into_owned(),
        None => pointer.to_owned(),
    };
    let mut path = String::new();
    let Some(tokens) = pointer.strip_prefix('/') else { return pointer.is_empty().then_some(path) };
    for token in tokens.split('/') {
        if let Some(index) = index(token) {
            path.extend(["[", &index.saturating_add(1).to_string(), "]"]);
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&token.replace("~1", "/").replace("~0", "~"));
        }
    }
    Some(path)
}

/// Returns the index if a token is the index of an array item. A member whose name is a number is taken for an item.
fn index(token: &str) -> Option<u64> {
    let is_index =
        token.bytes().all(|byte| byte.is_ascii_digit()) && (token == "0" || !token.starts_with('0'));
    is_index.then(|| token.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths() {
        for (pointer, expected) in [
            ("#/age", Some("age")),
            ("/age", Some("age")),
            ("#/profile/color", Some("profile.color")),
            ("#/emails/0/type/11", Some("emails[1].type[12]")),
            ("#/0/a", Some("[1].a")),
            ("#/a~1b/m~0n/~01", Some("a/b.m~n.~1")),
            ("#/caf%C3%A9/a%2Fb", Some("café.a.b")),
            ("#/01/+1/-/18446744073709551616", Some("01.+1.-.18446744073709551616")),
            ("#", Some("")),
            ("", Some("")),
            ("#/%FF", None),
            ("age", None),
            ("#age", None),
        ] {
            assert_eq!(path(pointer).as_deref(), expected, "{pointer}");
        }
    }
}
