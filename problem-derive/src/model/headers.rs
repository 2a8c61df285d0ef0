//! The header fields of the response, including those that RFC 9110 requires.

use super::formatted::{Formatted, resolve};
use super::header_values::{self, is_singleton};
use super::input::{FieldInput, VariantInput};
use super::status::Status;
use crate::attr::{Argument, Arguments, Value};
use crate::errors::{Errors, Reported};
use crate::shared::header_fields::{SERVER_FIELDS, is_token_byte};
use crate::template::{Template, looks_like_template};
use quote::ToTokens;
use syn::LitStr;

pub(crate) struct Header {
    /// The name in lower case.
    pub(crate) name: String,
    pub(crate) value: HeaderValue,
}

pub(crate) enum HeaderValue {
    Text(String),
    Template(Formatted),
    Field(usize),
    /// The only field that provides a header field that the status code requires.
    RequiredField(usize),
    RetryAfter(usize),
    /// Sent only if the status code, which comes from a field, is 401.
    Challenge(String),
}

impl HeaderValue {
    /// Returns the fields that the value is made from.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match self {
            Self::Text(_) | Self::Challenge(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Field(field) | Self::RequiredField(field) | Self::RetryAfter(field) => vec![*field],
        }
    }
}

/// The status codes that require a header field, with the section of RFC 9110 and how to add it.
const REQUIRED: &[(u16, &str, &str, &str)] = &[
    (401, "www-authenticate", "15.5.2", "challenge = \"Bearer\""),
    (405, "allow", "15.5.6", "header(\"allow\" = \"GET\")"),
    (407, "proxy-authenticate", "15.5.8", "header(\"proxy-authenticate\" = \"Basic\")"),
    (426, "upgrade", "15.5.22", "header(\"upgrade\" = \"HTTP/3.0\")"),
];

/// The header fields that an enum adds to each of its variants.
pub(super) struct EnumHeaders<'a> {
    challenge: Result<Option<&'a LitStr>, Reported>,
    /// Each header field, or its error, which is reported only for the first variant that it affects.
    headers: Vec<Result<HeaderLiteral<'a>, Reported>>,
    /// `Err` if part of the attributes could not be read, so that there may be more header fields.
    complete: Result<(), Reported>,
}

/// The name and the value of a `header(name = value)`.
type HeaderLiteral<'a> = (&'a LitStr, &'a LitStr);

impl Default for EnumHeaders<'_> {
    fn default() -> Self {
        Self { challenge: Ok(None), headers: Vec::new(), complete: Ok(()) }
    }
}

impl<'a> EnumHeaders<'a> {
    pub(super) fn from_arguments(arguments: &'a Arguments, errors: &mut Errors) -> Self {
        let challenge = challenge(arguments, errors);
        let mut headers: Vec<Result<HeaderLiteral<'_>, Reported>> = Vec::new();
        let mut names = Vec::new();
        for header in declared(arguments) {
            headers.push(header.and_then(|(name, value)| {
                let name_text = lower(name);
                let is_second = is_singleton(&name_text) && names.contains(&name_text);
                let checked = if is_second { Err(second(&name_text)) } else { check_name(name) };
                names.push(name_text);
                checked.map_err(|message| errors.push(name, message))?;
                let template = Template::parse(&value.value());
                let checked = template.and_then(|template| check_template(name, &template));
                checked.map_err(|message| errors.push(value, message))?;
                Ok((name, value))
            }));
        }
        Self { challenge, headers, complete: arguments.complete }
    }

    /// Adds the header fields to those of a variant.
    fn add_to(
        &mut self,
        input: &VariantInput<'_>,
        headers: &mut Vec<Header>,
        errors: &mut Errors,
    ) -> Result<(), Reported> {
        let mut sound = self.complete;
        for header in &mut self.headers {
            let added = header.and_then(|(name, value)| {
                let formatted = header_value(input, name, value);
                let value = formatted.map_err(|message| errors.push(value, message))?;
                headers.push(Header { name: lower(name), value });
                Ok(())
            });
            if let Err(reported) = added {
                *header = Err(reported);
                sound = Err(reported);
            }
        }
        sound
    }
}

pub(super) fn headers(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    defaults: &mut EnumHeaders<'_>,
    errors: &mut Errors,
) -> Result<Vec<Header>, Reported> {
    let mut headers = Vec::new();
    let added = [
        defaults.add_to(input, &mut headers, errors),
        add_challenge(input, status, defaults.challenge, &mut headers, errors),
        add_declared(input, &mut headers, errors),
        add_fields(input, &mut headers, errors),
        add_retry_after(input, &mut headers, errors),
    ];
    added.into_iter().collect::<Result<(), _>>()?;
    Ok(headers)
}

/// Returns the arguments `header(name = value)`.
fn declared(arguments: &Arguments) -> impl Iterator<Item = Result<HeaderLiteral<'_>, Reported>> {
    arguments.all(Argument::Header).filter_map(|written| match written.value.as_ref() {
        Ok(Value::Header { name, value }) => Some(Ok((name, value))),
        Ok(_) => None,
        Err(reported) => Some(Err(*reported)),
    })
}

fn header_value(input: &VariantInput<'_>, name: &LitStr, value: &LitStr) -> Result<HeaderValue, String> {
    let formatted = resolve(input, value)?;
    check_template(name, &formatted.template)?;
    Ok(match formatted.template.constant() {
        Some(text) => HeaderValue::Text(text.to_owned()),
        None => HeaderValue::Template(formatted),
    })
}

/// Checks the parts of a value that are known at compile time.
fn check_template(name: &LitStr, template: &Template) -> Result<(), String> {
    check_value(&template.texts)?;
    template.constant().map_or(Ok(()), |text| header_values::check(&lower(name), text))
}

fn add_challenge(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    default: Result<Option<&LitStr>, Reported>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let own = challenge(&input.arguments, errors);
    if let (Some(written), Ok(Some(Status::Fixed(code)))) = (input.arguments.get(Argument::Challenge), status)
    {
        if code != 401 {
            let message = format!("`challenge` requires status 401, but the status is {code}");
            return Err(errors.push(&written.key, message));
        }
    }
    let text = match own? {
        Some(text) => Some(text),
        None => default?,
    };
    let (Some(text), Ok(Some(status))) = (text, status) else { return Ok(()) };
    let value = match status {
        Status::Fixed(401) => HeaderValue::Text(text.value()),
        Status::Fixed(_) => return Ok(()),
        Status::Field(_) => HeaderValue::Challenge(text.value()),
    };
    headers.push(Header { name: "www-authenticate".to_owned(), value });
    Ok(())
}

/// Returns the text of `challenge = "..."`, which must begin with the name of a scheme (RFC 9110, section 11.3).
fn challenge<'a>(arguments: &'a Arguments, errors: &mut Errors) -> Result<Option<&'a LitStr>, Reported> {
    let Some(text) = arguments.text(Argument::Challenge)? else { return Ok(None) };
    let value = text.value();
    let checked = check_value(std::slice::from_ref(&value));
    let result = if checked.is_err() {
        checked
    } else if looks_like_template(&value) {
        Err("`challenge` takes no fields; use `header(\"www-authenticate\" = \"...\")` for `{...}`"
            .to_owned())
    } else if !header_values::begins_with_scheme(&value) {
        Err("`challenge` must begin with an authentication scheme, as in `challenge = \"Bearer\"`".to_owned())
    } else {
        Ok(())
    };
    result.map(|()| Some(text)).map_err(|message| errors.push(text, message))
}

/// Adds the header fields that the variant declares with `header(name = value)`.
fn add_declared(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let mut added = Ok(());
    for header in declared(&input.arguments) {
        added = header
            .and_then(|(name, value)| {
                check_name(name).map_err(|message| errors.push(name, message))?;
                let formatted = header_value(input, name, value);
                let value = formatted.map_err(|message| errors.push(value, message))?;
                add(input, headers, Header { name: lower(name), value }, name, errors)
            })
            .and(added);
    }
    added
}

/// Adds the fields of the variant that are sent as header fields.
fn add_fields(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let mut added = Ok(());
    for (index, field) in input.fields.iter().enumerate() {
        added = add_field(input, index, field, headers, errors).and(added);
    }
    added
}

fn add_field(
    input: &VariantInput<'_>,
    index: usize,
    field: &FieldInput<'_>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let Some(written) = field.arguments.get(Argument::Header) else { return Ok(()) };
    let Some(name) = field.arguments.text(Argument::Header)? else { return Ok(()) };
    check_name(name).map_err(|message| errors.push(name, message))?;
    if field.is_source {
        input.require_expose("`header` would").map_err(|message| errors.push(&written.key, message))?;
    }
    add(input, headers, Header { name: lower(name), value: HeaderValue::Field(index) }, name, errors)
}

fn add_retry_after(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let Some((index, key)) = input.flagged(Argument::RetryAfter, errors)? else { return Ok(()) };
    let header = Header { name: "retry-after".to_owned(), value: HeaderValue::RetryAfter(index) };
    add(input, headers, header, key, errors)
}

/// Adds a header field. A second field of the same name is an error if a response can have only one.
fn add(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    header: Header,
    tokens: impl ToTokens,
    errors: &mut Errors,
) -> Result<(), Reported> {
    // Two `Option`s are allowed, since perhaps only one of them is `Some` at a time.
    let is_optional =
        |value: &HeaderValue| matches!(value, HeaderValue::Field(index) if input.fields[*index].is_option());
    let excludes = |other: &Header| {
        other.name == header.name && !(is_optional(&other.value) && is_optional(&header.value))
    };
    if is_singleton(&header.name) && headers.iter().any(excludes) {
        return Err(errors.push(tokens, second(&header.name)));
    }
    headers.push(header);
    Ok(())
}

fn second(name: &str) -> String {
    format!("a response can have only one `{name}`; remove one of the two")
}

/// Checks that the variant has the header field that the status code requires.
///
/// If only one field provides it, its value becomes a [`RequiredField`](HeaderValue::RequiredField).
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
    let is_certain = |header: &Header| match header.value {
        HeaderValue::Field(_) => false,
        _ => header.name == *name,
    };
    if headers.iter().any(is_certain) {
        return Ok(headers);
    }
    let mut fields = Vec::new();
    for header in headers.iter_mut().filter(|header| header.name == *name) {
        match header.value {
            HeaderValue::Field(index) if !input.fields[index].is_option() => {
                fields.push((&mut header.value, index));
            }
            _ => {}
        }
    }
    match fields.as_mut_slice() {
        // An alias of `Option` is not detected here. rustc rejects it, because a required field must be `Display`.
        [(value, index)] => **value = HeaderValue::RequiredField(*index),
        [] => {
            input.complete()?;
            let message =
                format!("status {code} requires `{name}` (RFC 9110, section {section}); add `{usage}`");
            return Err(errors.push(input.ident, message));
        }
        _ => {}
    }
    Ok(headers)
}

fn check_name(name: &LitStr) -> Result<(), String> {
    let lower = lower(name);
    if lower.is_empty() {
        Err("the name of a header field must not be empty".to_owned())
    } else if lower == "content-type" {
        Err("`content-type` is set automatically; remove it".to_owned())
    } else if SERVER_FIELDS.contains(&lower.as_str()) {
        Err(format!("`{lower}` is controlled by the server that sends the response; remove it"))
    } else if let Some(char) = lower.chars().find(|char| !u8::try_from(*char).is_ok_and(is_token_byte)) {
        Err(format!("{char:?} is not allowed in the name of a header field"))
    } else {
        Ok(())
    }
}

/// Checks that HTTP allows the text around the values (RFC 9110, section 5.5).
fn check_value(texts: &[String]) -> Result<(), String> {
    let is_allowed = |char: char| matches!(char, ' '..='~' | '\t');
    if let Some(char) = texts.iter().flat_map(|text| text.chars()).find(|char| !is_allowed(*char)) {
        return Err(format!("{char:?} is not allowed in the value of a header field"));
    }
    let starts = texts.first().is_some_and(|text| text.starts_with([' ', '\t']));
    let ends = texts.last().is_some_and(|text| text.ends_with([' ', '\t']));
    if starts || ends {
        return Err("the value of a header field must not begin or end with whitespace".to_owned());
    }
    Ok(())
}

fn lower(name: &LitStr) -> String {
    name.value().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::check_value;

    #[test]
    fn values() {
        let check =
            |texts: &[&str]| check_value(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        for texts in [&["a b\tc"][..], &["~!"], &[""], &["", ""], &["a ", " b"]] {
            assert_eq!(check(texts), Ok(()), "{texts:?}");
        }
        for texts in [
            &["\u{1f}"][..],
            &["\u{7f}"],
            &["é"],
            &["a", "\n"],
            &[" a"],
            &["\ta"],
            &["a "],
            &["a\t"],
            &["a", " "],
        ] {
            assert!(check(texts).is_err(), "{texts:?}");
        }
    }
}
