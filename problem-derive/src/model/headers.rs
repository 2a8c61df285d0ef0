//! The header fields of the response, and those that RFC 9110 requires.

use super::field_values::{self, is_singleton};
use super::formatted::resolve;
use super::input::VariantInput;
use super::{Derive, Header, HeaderValue, Status};
use crate::argument::Argument;
use crate::attr::{Arguments, Value, Written};
use crate::errors::Errors;
use crate::shared::header_fields::{SERVER_FIELDS, is_token_byte};
use crate::template::{Template, looks_like_template};
use quote::ToTokens;
use std::cell::Cell;
use syn::LitStr;

/// The status codes that come with a header field, with the section of RFC 9110 and how to add it.
const REQUIRED: &[(u16, &str, &str, &str)] = &[
    (401, "www-authenticate", "15.5.2", "challenge = \"Bearer\""),
    (405, "allow", "15.5.6", "header(\"allow\" = \"GET\")"),
    (407, "proxy-authenticate", "15.5.8", "header(\"proxy-authenticate\" = \"Basic\")"),
    (426, "upgrade", "15.5.22", "header(\"upgrade\" = \"HTTP/3.0\")"),
];

/// What an enum adds to each of its variants.
#[derive(Default)]
pub(super) struct EnumHeaders<'a> {
    challenge: Option<&'a LitStr>,
    /// Each with whether a mistake in it has been reported for some variant.
    headers: Vec<(&'a LitStr, &'a LitStr, Cell<bool>)>,
    unreadable: bool,
}

impl<'a> EnumHeaders<'a> {
    pub(super) fn of(arguments: &'a Arguments, errors: &mut Errors) -> Self {
        let mistakes = errors.count();
        let challenge = challenge(arguments, errors);
        let mut headers: Vec<(&LitStr, &LitStr, Cell<bool>)> = Vec::new();
        for (name, value) in declared(arguments) {
            let is_again =
                is_singleton(&lower(name)) && headers.iter().any(|(other, _, _)| lower(other) == lower(name));
            let checked = if is_again { Err(again(&lower(name))) } else { check_name(name) };
            let checked = checked.map_err(|message| (name, message)).and_then(|()| {
                let template =
                    Template::parse(&value.value()).and_then(|template| check_template(name, &template));
                template.map_err(|message| (value, message))
            });
            let is_wrong = checked.map_err(|(tokens, message)| errors.push(tokens, message)).is_err();
            headers.push((name, value, Cell::new(is_wrong)));
        }
        Self { challenge, headers, unreadable: is_unreadable(arguments) || errors.count() > mistakes }
    }

    /// Whether a mistake in it has been reported.
    pub(super) fn is_wrong(&self) -> bool {
        self.unreadable || self.headers.iter().any(|(_, _, is_wrong)| is_wrong.get())
    }
}

pub(super) fn headers(
    input: &VariantInput<'_>,
    status: Option<Status>,
    of_enum: &EnumHeaders<'_>,
    derive: Derive,
    errors: &mut Errors,
) -> Vec<Header> {
    let mistakes = errors.count();
    let mut headers = Vec::new();
    for (name, value, is_wrong) in &of_enum.headers {
        if !is_wrong.get() {
            match header_value(input, name, value) {
                Ok(value) => headers.push(Header { name: lower(name), value }),
                Err(message) => {
                    is_wrong.set(true);
                    errors.push(value, message);
                }
            }
        }
    }
    headers.extend(challenge_header(input, status, of_enum, errors));
    for (name, value) in declared(&input.arguments) {
        let checked = check_name(name)
            .map_err(|message| (name, message))
            .and_then(|()| header_value(input, name, value).map_err(|message| (value, message)));
        match checked {
            Ok(value) => {
                let header = Header { name: lower(name), value };
                add(input, &mut headers, header, name, errors);
            }
            Err((tokens, message)) => errors.push(tokens, message),
        }
    }
    add_fields(input, &mut headers, errors);
    add_retry_after(input, &mut headers, errors);
    // What goes with a status code is for whoever sends it.
    if derive == Derive::Problem && errors.count() == mistakes && !of_enum.is_wrong() {
        check_required(input, status, &mut headers, errors);
    }
    headers
}

/// The arguments `header(name = value)`.
fn declared(arguments: &Arguments) -> impl Iterator<Item = (&LitStr, &LitStr)> {
    arguments.all(Argument::Header).filter_map(|written| match &written.value {
        Value::Header { name, value } => Some((name, value)),
        _ => None,
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

/// Whether a value can be sent, as far as it is known before its fields are.
fn check_template(name: &LitStr, template: &Template) -> Result<(), String> {
    check_value(&template.texts)?;
    template.constant().map_or(Ok(()), |text| field_values::check(&lower(name), text))
}

fn challenge_header(
    input: &VariantInput<'_>,
    status: Option<Status>,
    of_enum: &EnumHeaders<'_>,
    errors: &mut Errors,
) -> Option<Header> {
    let own = challenge(&input.arguments, errors);
    if let (Some(written), Some(Status::Fixed(code))) = (input.arguments.get(Argument::Challenge), status) {
        if code != 401 {
            errors.push(&written.key, format!("`challenge` goes with status 401, and this is {code}"));
        }
    }
    let text = own.or(of_enum.challenge)?.value();
    let value = match status? {
        Status::Fixed(401) => HeaderValue::Text(text),
        Status::Fixed(_) => return None,
        Status::Field(_) => HeaderValue::Challenge(text),
    };
    Some(Header { name: "www-authenticate".to_owned(), value })
}

/// The text of `challenge = "..."`, which begins with the name of a scheme (RFC 9110, section 11.3).
fn challenge<'a>(arguments: &'a Arguments, errors: &mut Errors) -> Option<&'a LitStr> {
    let text = arguments.text(Argument::Challenge)?;
    let value = text.value();
    let checked = check_value(std::slice::from_ref(&value));
    let result = if checked.is_err() {
        checked
    } else if looks_like_template(&value) {
        Err("`challenge` takes no fields; use `header(\"www-authenticate\" = \"...\")` for `{...}`"
            .to_owned())
    } else if !field_values::begins_with_scheme(&value) {
        Err("`challenge` begins with an authentication scheme, as in `challenge = \"Bearer\"`".to_owned())
    } else {
        Ok(())
    };
    match result {
        Ok(()) => Some(text),
        Err(message) => {
            errors.push(text, message);
            None
        }
    }
}

/// Adds the fields of the variant that are sent as header fields.
fn add_fields(input: &VariantInput<'_>, headers: &mut Vec<Header>, errors: &mut Errors) {
    for (index, field) in input.fields.iter().enumerate() {
        let Some(Written { key, value: Value::Text(name), .. }) = field.arguments.get(Argument::Header)
        else {
            continue;
        };
        let sent = if field.is_source { input.send_source("`header` would") } else { Ok(()) };
        if let Err(message) = check_name(name) {
            errors.push(name, message);
        } else if let Err(message) = sent {
            errors.push(key, message);
        } else {
            let header = Header { name: lower(name), value: HeaderValue::Field(index) };
            add(input, headers, header, name, errors);
        }
    }
}

fn add_retry_after(input: &VariantInput<'_>, headers: &mut Vec<Header>, errors: &mut Errors) {
    let Some((index, key)) = input.flagged(Argument::RetryAfter, errors) else { return };
    let header = Header { name: "retry-after".to_owned(), value: HeaderValue::RetryAfter(index) };
    add(input, headers, header, key, errors);
}

/// Adds a header field, whose second occurrence is a mistake if a response has one only.
fn add(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    header: Header,
    tokens: impl ToTokens,
    errors: &mut Errors,
) {
    // Of two fields that are `Option`s, one may be there at a time.
    let is_optional =
        |value: &HeaderValue| matches!(value, HeaderValue::Field(index) if input.fields[*index].is_option());
    let excludes = |other: &Header| {
        other.name == header.name && !(is_optional(&other.value) && is_optional(&header.value))
    };
    if is_singleton(&header.name) && headers.iter().any(excludes) {
        errors.push(tokens, again(&header.name));
    }
    headers.push(header);
}

fn again(name: &str) -> String {
    format!("a response has one `{name}`, and this would be the second; leave out one of the two")
}

/// Checks that the header field is there that the status code requires; a field that alone brings it becomes a
/// [`RequiredField`](HeaderValue::RequiredField).
fn check_required(
    input: &VariantInput<'_>,
    status: Option<Status>,
    headers: &mut [Header],
    errors: &mut Errors,
) {
    let Some(Status::Fixed(code)) = status else { return };
    let Some((_, name, section, usage)) = REQUIRED.iter().find(|required| required.0 == code) else { return };
    let mut fields = Vec::new();
    for header in headers.iter_mut().filter(|header| header.name == *name) {
        match header.value {
            HeaderValue::Field(index) if input.fields[index].is_option() => {}
            HeaderValue::Field(index) => fields.push((&mut header.value, index)),
            // A constant or a template is always sent.
            _ => return,
        }
    }
    let unreadable =
        is_unreadable(&input.arguments) || input.fields.iter().any(|field| is_unreadable(&field.arguments));
    match fields.as_mut_slice() {
        // Whether its type is an `Option` by another name is for rustc to say.
        [(value, index)] => **value = HeaderValue::RequiredField(*index),
        [] if !unreadable => errors.push(
            input.ident,
            format!("status {code} must come with `{name}` (RFC 9110, section {section}); add `{usage}`"),
        ),
        _ => {}
    }
}

/// Whether an argument that may have been a header field could not be read.
fn is_unreadable(arguments: &Arguments) -> bool {
    let has_unreadable = |written: &Written| {
        matches!(written.argument, Argument::Header | Argument::Challenge)
            && matches!(written.value, Value::Unreadable)
    };
    arguments.unreadable || arguments.iter().any(has_unreadable)
}

fn check_name(name: &LitStr) -> Result<(), String> {
    let lower = lower(name);
    if lower.is_empty() {
        Err("a header field needs a name".to_owned())
    } else if lower == "content-type" {
        Err("`content-type` is always that of the problem; leave it out".to_owned())
    } else if SERVER_FIELDS.contains(&lower.as_str()) {
        Err(format!("`{lower}` belongs to the server that sends the response; leave it out"))
    } else if let Some(char) = lower.chars().find(|char| !u8::try_from(*char).is_ok_and(is_token_byte)) {
        Err(format!("{char:?} is not allowed in the name of a header field"))
    } else {
        Ok(())
    }
}

/// Whether HTTP takes the text around the values (RFC 9110, section 5.5).
fn check_value(texts: &[String]) -> Result<(), String> {
    let is_allowed = |char: char| matches!(char, ' '..='~' | '\t');
    if let Some(char) = texts.iter().flat_map(|text| text.chars()).find(|char| !is_allowed(*char)) {
        return Err(format!("{char:?} is not allowed in the value of a header field"));
    }
    let starts = texts.first().is_some_and(|text| text.starts_with([' ', '\t']));
    let ends = texts.last().is_some_and(|text| text.ends_with([' ', '\t']));
    if starts || ends {
        return Err("the value of a header field does not begin or end with white space".to_owned());
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
