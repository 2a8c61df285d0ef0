//! The rules of RFC 9110 for the values of particular header fields.

use crate::shared::header_fields::is_token;

/// Returns whether a response can have a field only once, because its value is not a list (RFC 9110, section 5.3).
pub(super) fn is_singleton(field: &str) -> bool {
    const SINGLETONS: &[&str] = &[
        "age",
        "content-location",
        "content-range",
        "date",
        "etag",
        "expires",
        "last-modified",
        "location",
        "retry-after",
        "server",
    ];
    SINGLETONS.contains(&field)
}

/// Checks a constant value against the grammar of its field, whose name is in lower case.
///
/// Only fields that error responses depend on are checked.
pub(super) fn check(field: &str, value: &str) -> Result<(), String> {
    let (is_sound, expected) = match field {
        "www-authenticate" | "proxy-authenticate" => {
            (begins_with_scheme(value), "must begin with an authentication scheme, as in `Bearer`")
        }
        "allow" => (
            value.is_empty() || is_list(value, |method| is_token(method.as_bytes())),
            "must be a list of methods, as in `GET, HEAD`",
        ),
        "upgrade" => (is_list(value, is_protocol), "must be a list of protocols, as in `HTTP/3.0`"),
        "retry-after" => (
            is_number(value) || is_date(value),
            "must be a number of seconds, or a date such as `Fri, 31 Dec 1999 23:59:59 GMT`",
        ),
        _ => return Ok(()),
    };
    if is_sound { Ok(()) } else { Err(format!("`{field}` {expected}")) }
}

/// Returns whether a challenge begins with a scheme (RFC 9110, section 11.3).
pub(super) fn begins_with_scheme(challenge: &str) -> bool {
    challenge.split([' ', ',']).next().is_some_and(|scheme| is_token(scheme.as_bytes()))
}

/// Returns whether a text is a list with at least one element (RFC 9110, section 5.6.1).
fn is_list(text: &str, is_element: impl Fn(&str) -> bool) -> bool {
    text.split(',').all(|element| is_element(element.trim_matches([' ', '\t'])))
}

/// Returns whether a text is a `protocol` (RFC 9110, section 7.8).
fn is_protocol(text: &str) -> bool {
    let (name, version) = text.split_once('/').unwrap_or((text, "1"));
    is_token(name.as_bytes()) && is_token(version.as_bytes())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a text has the shape of an `IMF-fixdate` (RFC 9110, section 5.6.7).
fn is_date(text: &str) -> bool {
    const SHAPE: &str = "Aaa, 00 Aaa 0000 00:00:00 GMT";
    let fits = |(char, shape): (char, char)| match shape {
        '0' => char.is_ascii_digit(),
        'A' => char.is_ascii_uppercase(),
        'a' => char.is_ascii_lowercase(),
        _ => char == shape,
    };
    text.len() == SHAPE.len() && text.chars().zip(SHAPE.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn values() {
        for (field, value) in [
            ("www-authenticate", "Bearer"),
            ("proxy-authenticate", "Basic realm=\"x\", Digest realm=\"y\""),
            ("allow", ""),
            ("allow", "GET,HEAD , PATCH"),
            ("upgrade", "HTTP/3.0, websocket"),
            ("retry-after", "0"),
            ("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT"),
            ("x-other", "\"?\""),
        ] {
            assert_eq!(check(field, value), Ok(()), "{field}: {value}");
        }
        for (field, value) in [
            ("www-authenticate", ""),
            ("www-authenticate", "\"Bearer\""),
            ("proxy-authenticate", "realm=\"x\""),
            ("allow", "GET HEAD"),
            ("allow", "GET,,HEAD"),
            ("upgrade", ""),
            ("upgrade", "HTTP/"),
            ("upgrade", "/3.0"),
            ("retry-after", ""),
            ("retry-after", "1.5"),
            ("retry-after", "-1"),
            ("retry-after", "Friday, 31-Dec-99 23:59:59 GMT"),
            ("retry-after", "fri, 31 Dec 1999 23:59:59 GMT"),
            ("retry-after", "Fri, 31 Dec 1999 23:59:59 CET"),
        ] {
            assert!(check(field, value).is_err(), "{field}: {value}");
        }
    }
}
