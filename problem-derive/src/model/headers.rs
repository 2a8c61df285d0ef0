//! The header fields of the response, including those that RFC 9110 requires.

use super::challenge::{Challenge, challenge};
use super::context::Rules;
use super::exposure::check_text;
use super::formatted::{Formatted, checked_method, resolve};
use super::header_values::{self, is_singleton};
use super::input::{FieldInput, VariantInput};
use super::status::Status;
use crate::attr::{Argument, Arguments, TextValue, Value, ValuePath};
use crate::errors::{Errors, Reported};
use crate::shared::header_fields::{SERVER_FIELDS, is_token_byte};
use crate::template::Template;
use quote::ToTokens;
use syn::LitStr;

pub(crate) struct Header {
    /// The name in lower case.
    pub(crate) name: String,
    pub(crate) value: HeaderValue,
    /// Whether this is a field or a method that has to provide a header field that the status code requires.
    pub(crate) is_required: bool,
}

impl Header {
    pub(super) fn new(name: impl Into<String>, value: HeaderValue) -> Self {
        Self { name: name.into(), value, is_required: false }
    }
}

pub(crate) enum HeaderValue {
    Text(String),
    Template(Formatted),
    Field(usize),
    Method(ValuePath),
    RetryAfter(usize),
    /// Sent only if the status code, which comes from a field, is 401.
    Challenge(String),
    /// Sent only if the status code is 401 and the variant's own challenge is left out.
    FallbackChallenge(String),
}

impl HeaderValue {
    /// Returns the fields that the value is made from.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match self {
            Self::Text(_) | Self::Challenge(_) | Self::FallbackChallenge(_) | Self::Method(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Field(field) | Self::RetryAfter(field) => vec![*field],
        }
    }
}

/// The header fields that an enum adds to each of its variants.
pub(super) struct EnumHeaders<'a> {
    challenge: Result<Option<&'a LitStr>, Reported>,
    /// Each header field, or its error, which is reported only for the first variant that it affects.
    headers: Vec<Result<WrittenHeader<'a>, Reported>>,
    /// `Err` if part of the attributes could not be read, so that there may be more header fields.
    complete: Result<(), Reported>,
}

/// The name and the value of a `header(name = value)`.
type WrittenHeader<'a> = (&'a LitStr, &'a TextValue);

impl Default for EnumHeaders<'_> {
    fn default() -> Self {
        Self { challenge: Ok(None), headers: Vec::new(), complete: Ok(()) }
    }
}

impl<'a> EnumHeaders<'a> {
    pub(super) fn from_arguments(arguments: &'a Arguments, errors: &mut Errors) -> Self {
        let challenge = challenge(arguments, errors);
        let mut headers: Vec<Result<WrittenHeader<'_>, Reported>> = Vec::new();
        let mut names = Vec::new();
        for header in declared_headers(arguments) {
            headers.push(header.and_then(|(name, value)| {
                let name_text = lower(name);
                let is_second = is_singleton(&name_text) && names.contains(&name_text);
                let checked = if is_second { Err(second(&name_text)) } else { check_name(name) };
                names.push(name_text);
                checked.map_err(|message| errors.push(name, message))?;
                if let TextValue::Template(text) = value {
                    let template = Template::parse(&text.value());
                    let checked = template.and_then(|template| check_template(name, &template));
                    checked.map_err(|message| errors.push(text, message))?;
                }
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
                let value = header_value(input, name, value, errors)?;
                headers.push(Header::new(lower(name), value));
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
    let from_enum = defaults.add_to(input, &mut headers, errors);
    let challenge = Challenge::read(input, status, defaults.challenge, errors);
    let own = headers.len();
    let added = [
        from_enum,
        add_declared(input, &mut headers, errors),
        add_fields(input, &mut headers, errors),
        add_retry_after(input, &mut headers, errors),
    ];
    let challenge = challenge?;
    added.into_iter().collect::<Result<(), _>>()?;
    if let Some(challenge) = challenge {
        challenge.add_to(&mut headers, own);
    }
    Ok(headers)
}

/// Returns the arguments `header(name = value)`.
pub(super) fn declared_headers(
    arguments: &Arguments,
) -> impl Iterator<Item = Result<WrittenHeader<'_>, Reported>> {
    arguments.all(Argument::Header).filter_map(|written| match written.value.as_ref() {
        Ok(Value::Header { name, value }) => Some(Ok((name, value))),
        Ok(_) => None,
        Err(reported) => Some(Err(*reported)),
    })
}

fn header_value(
    input: &VariantInput<'_>,
    name: &LitStr,
    value: &TextValue,
    errors: &mut Errors,
) -> Result<HeaderValue, Reported> {
    let text = match value {
        TextValue::Template(text) => text,
        TextValue::Method(method) => {
            let argument = format!("header = {:?}", name.value());
            return checked_method(input, method, &argument, errors).map(HeaderValue::Method);
        }
    };
    let formatted = resolve(input, text, Rules::Sending).and_then(|formatted| {
        check_template(name, &formatted.template)?;
        Ok(formatted)
    });
    let formatted = formatted.map_err(|message| errors.push(text, message))?;
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

/// Adds the header fields that the variant declares with `header(name = value)`.
fn add_declared(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let mut added = Ok(());
    for header in declared_headers(&input.arguments) {
        added = header
            .and_then(|(name, value)| {
                check_name(name).map_err(|message| errors.push(name, message))?;
                let value = header_value(input, name, value, errors)?;
                add(input, headers, Header::new(lower(name), value), name, errors)
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
    check_text(input, field, "`header` would").map_err(|message| errors.push(&written.key, message))?;
    add(input, headers, Header::new(lower(name), HeaderValue::Field(index)), name, errors)
}

fn add_retry_after(
    input: &VariantInput<'_>,
    headers: &mut Vec<Header>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let Some((index, key)) = input.flagged(Argument::RetryAfter, errors)? else { return Ok(()) };
    let header = Header::new("retry-after", HeaderValue::RetryAfter(index));
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
pub(super) fn check_value(texts: &[String]) -> Result<(), String> {
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

/// Returns the name of a header field as it is compared.
pub(super) fn lower(name: &LitStr) -> String {
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
