//! `detail` and `instance`.

use super::formatted::formatted;
use super::input::VariantInput;
use super::{Detail, Instance, Status};
use crate::argument::Argument;
use crate::errors::Errors;
use crate::template::Template;
use crate::uri;
use proc_macro2::Span;
use syn::LitStr;

pub(super) fn detail(
    input: &VariantInput<'_>,
    status: Option<Status>,
    enum_display: Option<Span>,
    errors: &mut Errors,
) -> Detail {
    let display = input.arguments.get(Argument::Display);
    if let Some(display) = display {
        if input.arguments.has(Argument::Detail) {
            errors.push(&display.key, "`display` cannot be combined with `detail`; leave out one of the two");
        } else if input.has_source() {
            if let Err(message) = input.send_source("`display` may") {
                errors.push(&display.key, format!("{message}, or write a `detail`"));
            }
        }
    }
    if let Some(text) = input.arguments.text(Argument::Detail) {
        return own_detail(input, text, errors);
    }
    let is_client_error = matches!(status, Some(Status::Fixed(400..=499)));
    let of_enum = enum_display.filter(|_| is_client_error && !input.has_source());
    let display = display.map(|written| written.key.span()).or(of_enum);
    display.map_or(Detail::Standard, Detail::Display)
}

fn own_detail(input: &VariantInput<'_>, text: &LitStr, errors: &mut Errors) -> Detail {
    let Some(formatted) = formatted(input, text, errors) else { return Detail::Standard };
    match formatted.template.constant() {
        None => Detail::Template(formatted),
        Some(constant) if constant.trim().is_empty() => {
            errors.push(text, "`detail` must not be empty; leave it out for the standard sentence");
            Detail::Standard
        }
        Some(text) => Detail::Text(text.to_owned()),
    }
}

pub(super) fn instance(input: &VariantInput<'_>, errors: &mut Errors) -> Instance {
    if let Some((index, key)) = input.flagged(Argument::Instance, errors) {
        if input.arguments.has(Argument::Instance) {
            input.reject_second(key, errors);
        } else if input.fields[index].is_source {
            if let Err(message) = input.send_source("`instance` would") {
                errors.push(key, message);
            }
        }
        return Instance::Field(index);
    }
    let Some(text) = input.arguments.text(Argument::Instance) else { return Instance::None };
    let Some(formatted) = formatted(input, text, errors) else { return Instance::None };
    if let Err(message) = check_instance(&formatted.template) {
        errors.push(text, message);
    }
    match formatted.template.constant() {
        Some(text) => Instance::Text(text.to_owned()),
        None => Instance::Template(formatted),
    }
}

/// Whether every value, percent-encoded, makes a URI reference of the template.
///
/// A digit stands for the value: where a digit fits, every encoded value does, but for a port, an IP
/// address and a `%`.
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
        Err("a value would have to be its scheme; begin with `/` or `./`".to_owned())
    } else if template.texts[0].is_empty() && first_text.is_some_and(|text| text.starts_with("//")) {
        Err("an empty value would leave a host at its beginning; begin with `/` or `./`".to_owned())
    } else {
        uri::check_reference(&with_digits)
    };
    result.map_err(|fault| format!("`instance` is not a URI reference: {fault}"))
}

/// `expose` is for a variant that sends its source, and says so where a reader would look for it.
pub(super) fn check_expose(input: &VariantInput<'_>, errors: &mut Errors) {
    let Some(expose) = input.arguments.get(Argument::Expose) else { return };
    if input.is_unreadable() || input.has_unreadable_value() {
        return;
    }
    if !input.has_source() {
        errors.push(&expose.key, format!("`{}` has no source to expose; leave `expose` out", input.name));
    } else if !input.sends_source.get() {
        errors.push(
            &expose.key,
            "`expose` sends nothing by itself; add `display`, or name the source in `detail`",
        );
    }
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
