//! The header fields that `FromProblem` reads fields from.

use super::context::Rules;
use super::formatted::resolve;
use super::headers::{declared_headers, lower};
use super::input::VariantInput;
use super::status::Status;
use crate::attr::{Argument, Arguments, TextValue};
use crate::errors::{Errors, Reported};
use syn::LitStr;

pub(super) struct ReadHeader {
    /// The name in lower case.
    pub(super) name: String,
    /// The fields that its value is made from.
    pub(super) fields: Vec<usize>,
    /// The field that is the whole value.
    pub(super) exact: Option<usize>,
    /// Whether it is a `retry_after` field.
    pub(super) is_delay: bool,
}

/// Returns the header fields that a variant declares by itself and by its enum.
pub(super) fn read_headers(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    defaults: Option<&Arguments>,
    errors: &mut Errors,
) -> Result<Vec<ReadHeader>, Reported> {
    let mut headers = Vec::new();
    // A template that not every variant can fill is an error of `Problem`.
    let from_enum = defaults.into_iter().flat_map(declared_headers);
    headers.extend(
        from_enum.filter_map(|header| template_header(input, header.ok()?, &mut Errors::default()).ok()?),
    );
    let mut sound = defaults.map_or(Ok(()), |defaults| defaults.complete);
    for header in declared_headers(&input.arguments) {
        match header.and_then(|header| template_header(input, header, errors)) {
            Ok(header) => headers.extend(header),
            Err(reported) => sound = Err(reported),
        }
    }
    headers.extend(challenge(input, status, defaults));
    sound = input.flagged(Argument::RetryAfter, errors).map(|_| ()).and(sound);
    for (index, field) in input.fields.iter().enumerate() {
        let name = match field.arguments.text(Argument::Header) {
            Ok(name) => name.map(|name| (lower(name), false)),
            Err(reported) => {
                sound = Err(reported);
                None
            }
        };
        let delay = field.arguments.has(Argument::RetryAfter).then(|| ("retry-after".to_owned(), true));
        headers.extend([name, delay].into_iter().flatten().map(|(name, is_delay)| ReadHeader {
            name,
            fields: vec![index],
            exact: Some(index),
            is_delay,
        }));
    }
    sound.map(|()| headers)
}

/// Returns the challenge, which a reader cannot tell apart from the variant's own `www-authenticate`.
fn challenge(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    defaults: Option<&Arguments>,
) -> Option<ReadHeader> {
    let is_own = input.arguments.has(Argument::Challenge);
    // The challenge of the enum is sent only if the variant's own field is absent.
    let is_from_enum = defaults.is_some_and(|defaults| defaults.has(Argument::Challenge))
        && input.fields.iter().any(|field| field.arguments.has(Argument::Header) && field.is_option());
    let is_possible = !matches!(status, Ok(Some(Status::Fixed(code))) if code != 401);
    let name = "www-authenticate".to_owned();
    (is_possible && (is_own || is_from_enum)).then(|| ReadHeader {
        name,
        fields: Vec::new(),
        exact: None,
        is_delay: false,
    })
}

/// Returns the header field that a format string fills, or `None` for one that a method fills.
fn template_header(
    input: &VariantInput<'_>,
    (name, value): (&LitStr, &TextValue),
    errors: &mut Errors,
) -> Result<Option<ReadHeader>, Reported> {
    let TextValue::Template(text) = value else { return Ok(None) };
    let formatted = resolve(input, text, Rules::Reading).map_err(|message| errors.push(text, message))?;
    Ok(Some(ReadHeader {
        name: lower(name),
        fields: formatted.fields(),
        exact: formatted.only_field(),
        is_delay: false,
    }))
}
