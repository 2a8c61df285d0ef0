//! `detail` and `instance`.

use super::formatted::{Formatted, formatted};
use super::input::VariantInput;
use super::status::Status;
use crate::attr::{Argument, Arguments, Written};
use crate::errors::{Errors, Reported};
use crate::shared::status::sentence;
use crate::template::Template;
use crate::uri;
use proc_macro2::Span;
use syn::LitStr;

pub(crate) enum Detail {
    /// The standard sentence of the status code.
    Standard,
    Text(String),
    Template(Formatted),
    /// The `Display` text of the error. rustc's errors about it point at the argument.
    Display(Span),
}

impl Detail {
    /// Returns the text for a status code if it is the same for every occurrence.
    pub(crate) fn constant(&self, code: u16) -> Option<&str> {
        match self {
            Self::Standard => Some(sentence(code)),
            Self::Text(text) => Some(text),
            Self::Template(_) | Self::Display(_) => None,
        }
    }

    /// Returns the fields that it may show, in a variant with `count` fields.
    pub(super) fn fields(&self, count: usize) -> Vec<usize> {
        match self {
            Self::Standard | Self::Text(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Display(_) => (0..count).collect(),
        }
    }
}

pub(crate) enum Instance {
    None,
    Text(String),
    Template(Formatted),
    Field(usize),
}

impl Instance {
    /// Returns whether it is the same for every occurrence.
    pub(crate) fn is_constant(&self) -> bool {
        match self {
            Self::None | Self::Text(_) => true,
            Self::Template(_) | Self::Field(_) => false,
        }
    }

    /// Returns the fields that it shows.
    pub(super) fn fields(&self) -> Vec<usize> {
        match self {
            Self::None | Self::Text(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Field(field) => vec![*field],
        }
    }
}

pub(super) fn detail(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    defaults: Option<&Arguments>,
    errors: &mut Errors,
) -> Result<Detail, Reported> {
    let display = input.arguments.get(Argument::Display);
    let checked = display.map_or(Ok(()), |display| check_display(input, display, errors));
    if let Some(text) = input.arguments.text(Argument::Detail)? {
        let detail = written_detail(input, text, errors);
        return checked.and(detail);
    }
    checked?;
    let is_client_error = matches!(status, Ok(Some(Status::Fixed(400..=499))));
    let default = defaults.and_then(|defaults| defaults.get(Argument::Display));
    let display = display.or(default.filter(|_| is_client_error && !input.has_source()));
    Ok(display.map_or(Detail::Standard, |display| Detail::Display(display.key.span())))
}

fn check_display(input: &VariantInput<'_>, display: &Written, errors: &mut Errors) -> Result<(), Reported> {
    let message = if input.arguments.has(Argument::Detail) {
        "`display` cannot be combined with `detail`; remove one of the two".to_owned()
    } else if let (true, Err(message)) = (input.has_source(), input.require_expose("`display` may")) {
        format!("{message}, or write a `detail`")
    } else {
        return Ok(());
    };
    Err(errors.push(&display.key, message))
}

fn written_detail(input: &VariantInput<'_>, text: &LitStr, errors: &mut Errors) -> Result<Detail, Reported> {
    let formatted = formatted(input, text, errors)?;
    match formatted.template.constant() {
        None => Ok(Detail::Template(formatted)),
        Some(constant) if constant.trim().is_empty() => {
            let message = "`detail` must not be empty; leave it out for the standard sentence";
            Err(errors.push(text, message))
        }
        Some(text) => Ok(Detail::Text(text.to_owned())),
    }
}

pub(super) fn instance(input: &VariantInput<'_>, errors: &mut Errors) -> Result<Instance, Reported> {
    if let Some((index, key)) = input.flagged_instead(Argument::Instance, errors)? {
        if input.fields[index].is_source {
            input.require_expose("`instance` would").map_err(|message| errors.push(key, message))?;
        }
        return Ok(Instance::Field(index));
    }
    let Some(text) = input.arguments.text(Argument::Instance)? else { return Ok(Instance::None) };
    let formatted = formatted(input, text, errors)?;
    check_instance(&formatted.template).map_err(|message| errors.push(text, message))?;
    Ok(match formatted.template.constant() {
        Some(text) => Instance::Text(text.to_owned()),
        None => Instance::Template(formatted),
    })
}

/// Checks that the template is a URI reference for all percent-encoded values.
///
/// The check uses a digit for each value. Where a digit is valid, every encoded value is, except in a port, in an IP
/// address and after a `%`.
fn check_instance(template: &Template) -> Result<(), String> {
    if template.constant() == Some("") {
        return Err("`instance` must not be empty; leave it out if there is none".to_owned());
    }
    let cuts_escape = |text: &String| text.bytes().rev().take(2).any(|byte| byte == b'%');
    let before_values = &template.texts[..template.placeholders.len()];
    let first_text = template.texts.iter().find(|text| !text.is_empty());
    let with_digits = template.texts.join("0");
    let first_segment = with_digits.split(['/', '?', '#']).next().unwrap_or_default();
    let result = if before_values.iter().any(cuts_escape) {
        Err("`%` needs two hex digits".to_owned())
    } else if !template.texts[0].contains([':', '/', '?', '#']) && first_segment.contains(':') {
        Err("a value would become part of the scheme; begin with `/` or `./`".to_owned())
    } else if template.texts[0].is_empty() && first_text.is_some_and(|text| text.starts_with("//")) {
        Err("with an empty value, the text after `//` would become the host; begin with `/` or `./`"
            .to_owned())
    } else {
        uri::check_reference(&with_digits)
    };
    result.map_err(|fault| format!("`instance` is not a URI reference: {fault}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instances() {
        for text in [
            "/a/{x}",
            "{x}",
            "{x}/y",
            "./{x}:y",
            "a%20{x}",
            "%41{x}",
            "urn:x:{x}",
            "//{x}/",
            "?{x}:y",
            "#{x}:y",
            "/{x}:y",
            "http://e.org:{x}/",
            "a/%20",
        ] {
            assert_eq!(check_instance(&Template::parse(text).unwrap()), Ok(()), "{text}");
        }
        for text in [
            "",
            "a b",
            "%",
            "{x}%",
            "%{x}",
            "%4{x}",
            "a%2{x}",
            "/%zz",
            "{x}:y",
            "a{x}:y",
            "{x}//y",
            "{x}{x}//y",
            "#{x}#",
            "http://[{x}",
        ] {
            assert!(check_instance(&Template::parse(text).unwrap()).is_err(), "{text}");
        }
    }
}
