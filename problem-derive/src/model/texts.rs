//! `detail` and `instance`.

use super::display::{DefaultDisplay, default_display, shown_fields};
use super::exposure::check_text;
use super::formatted::{Formatted, checked_method, formatted};
use super::input::VariantInput;
use super::status::Status;
use crate::attr::{Argument, TextValue, ValuePath, Written};
use crate::errors::{Errors, Reported};
use crate::shared::status::sentence;
use crate::template::Template;
use crate::uri;
use proc_macro2::Span;

pub(crate) enum Detail {
    /// The standard sentence of the status code.
    Standard,
    Text(String),
    Template(Formatted),
    Field(usize),
    Method(ValuePath),
    Display {
        /// The argument, where rustc reports its errors about the `Display` impl.
        argument: Span,
        /// The fields that the text may show.
        shown: Vec<usize>,
    },
}

impl Detail {
    /// Returns the text for a status code if it is the same for every occurrence.
    pub(crate) fn constant(&self, code: u16) -> Option<&str> {
        match self {
            Self::Standard => Some(sentence(code)),
            Self::Text(text) => Some(text),
            Self::Template(_) | Self::Field(_) | Self::Method(_) | Self::Display { .. } => None,
        }
    }

    /// Returns the fields that it may show.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match self {
            Self::Standard | Self::Text(_) | Self::Method(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Field(field) => vec![*field],
            Self::Display { shown, .. } => shown.clone(),
        }
    }
}

pub(crate) enum Instance {
    None,
    Text(String),
    Template(Formatted),
    Field(usize),
    Method(ValuePath),
}

impl Instance {
    /// Returns whether it is the same for every occurrence.
    pub(crate) fn is_constant(&self) -> bool {
        match self {
            Self::None | Self::Text(_) => true,
            Self::Template(_) | Self::Field(_) | Self::Method(_) => false,
        }
    }

    /// Returns the fields that it shows.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match self {
            Self::None | Self::Text(_) | Self::Method(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Field(field) => vec![*field],
        }
    }
}

pub(super) fn detail(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    default: &mut DefaultDisplay,
    errors: &mut Errors,
) -> Result<Detail, Reported> {
    let covering = default.cover(input, status);
    let display = input.arguments.get(Argument::Display);
    let checked = display.map_or(Ok(()), |display| check_display(input, display, errors));
    let field = input.flagged_instead(Argument::Detail, errors);
    if let Some(text) = input.arguments.text_or_method(Argument::Detail)? {
        let detail = written_detail(input, text, errors);
        return checked.and(field.map(|_| ())).and(detail);
    }
    checked?;
    if let Some((index, key)) = field? {
        let text = check_text(input, &input.fields[index], "`detail` would");
        return text.map(|()| Detail::Field(index)).map_err(|message| errors.push(key, message));
    }
    match (display, covering) {
        (Some(display), _) => {
            Ok(Detail::Display { argument: display.key.span(), shown: shown_fields(input) })
        }
        (None, Some(key)) => default_display(input, key, errors),
        (None, None) => Ok(Detail::Standard),
    }
}

fn check_display(input: &VariantInput<'_>, display: &Written, errors: &mut Errors) -> Result<(), Reported> {
    let is_field = input.fields.iter().any(|field| field.arguments.has(Argument::Detail));
    let text = input.fields.iter().try_for_each(|field| check_text(input, field, "`display` may"));
    let message = if is_field || input.arguments.has(Argument::Detail) {
        "`display` cannot be combined with `detail`; remove one of the two".to_owned()
    } else if let Err(message) = text {
        format!("{message}, or write a `detail`")
    } else {
        return Ok(());
    };
    Err(errors.push(&display.key, message))
}

fn written_detail(
    input: &VariantInput<'_>,
    text: &TextValue,
    errors: &mut Errors,
) -> Result<Detail, Reported> {
    let text = match text {
        TextValue::Template(text) => text,
        TextValue::Method(method) => {
            return checked_method(input, method, "detail", errors).map(Detail::Method);
        }
    };
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
        let text = check_text(input, &input.fields[index], "`instance` would");
        return text.map(|()| Instance::Field(index)).map_err(|message| errors.push(key, message));
    }
    let text = match input.arguments.text_or_method(Argument::Instance)? {
        None => return Ok(Instance::None),
        Some(TextValue::Method(method)) => {
            return checked_method(input, method, "instance", errors).map(Instance::Method);
        }
        Some(TextValue::Template(text)) => text,
    };
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
