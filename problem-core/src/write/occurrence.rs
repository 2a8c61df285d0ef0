//! Writes the texts of an occurrence, before they are escaped.

use crate::shared::status::sentence;
use crate::{Problem, ProblemType};
use http::StatusCode;
use iri_string::types::UriReferenceStr;
use std::fmt;

/// Appends `detail`, or the standard sentence of the status code if formatting fails.
pub(crate) fn write_detail<P: Problem + ?Sized>(
    text: &mut Vec<u8>,
    problem: &P,
    problem_type: ProblemType<'_>,
) {
    let start = text.len();
    if format(text, |f| problem.fmt_detail(f)).is_err() {
        text.truncate(start);
        text.extend_from_slice(sentence(problem_type.status().as_u16()).as_bytes());
    }
}

/// Writes the standard sentence of a status code.
///
/// # Errors
///
/// Returns the error of the formatter if it fails.
pub fn write_standard_detail(f: &mut fmt::Formatter<'_>, status: StatusCode) -> fmt::Result {
    f.write_str(sentence(status.as_u16()))
}

/// Writes the detail that a field or a method gives, or the standard sentence of the status code if it gives none.
///
/// # Errors
///
/// Returns the error of the formatter or of the value's `Display` impl.
pub fn write_given_detail<T: fmt::Display + ?Sized>(
    f: &mut fmt::Formatter<'_>,
    detail: Option<&T>,
    status: impl FnOnce() -> StatusCode,
) -> fmt::Result {
    match detail {
        Some(detail) => write!(f, "{detail}"),
        None => write_standard_detail(f, status()),
    }
}

/// Appends `instance` and returns whether there is one. On `false`, the caller must truncate the text.
pub(crate) fn write_instance<P: Problem + ?Sized>(text: &mut Vec<u8>, problem: &P) -> bool {
    let start = text.len();
    format(text, |f| problem.fmt_instance(f)).is_ok() && is_instance(&text[start..])
}

/// Returns whether a text can be sent as `instance`: a URI reference (RFC 3986, section 4.1) that is not empty.
///
/// An empty text means that there is no instance.
pub(crate) fn is_instance(text: &[u8]) -> bool {
    is_plain_path(text) || (!text.is_empty() && <&UriReferenceStr>::try_from(text).is_ok())
}

/// Returns whether a text is a plain path such as `/vaults/7`. This check is quick, and most instances pass it.
fn is_plain_path(text: &[u8]) -> bool {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
    text.starts_with(b"/") && text.iter().fold(true, |all, &byte| all & is_plain(byte))
}

/// Appends the text that a method of a problem writes, unescaped. On an error, part of the text may be left behind.
fn format(text: &mut Vec<u8>, write: impl Fn(&mut fmt::Formatter<'_>) -> fmt::Result) -> fmt::Result {
    fmt::write(&mut Text(text), format_args!("{}", FormatWith(write)))
}

/// Returns the text of a value, or `None` if its `Display` impl fails, for which `to_string` panics.
#[allow(dead_code, reason = "only the tower layer and some of the frameworks use it")]
pub(crate) fn to_text<T: fmt::Display + ?Sized>(value: &T) -> Option<String> {
    let mut text = String::new();
    fmt::write(&mut text, format_args!("{value}")).ok()?;
    Some(text)
}

struct FormatWith<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Display for FormatWith<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

struct Text<'a>(&'a mut Vec<u8>);

impl fmt::Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}
