//! `type` and `title`.

use super::input::VariantInput;
use super::{Kind, Status, Variant};
use crate::argument::Argument;
use crate::attr::Arguments;
use crate::errors::Errors;
use crate::names::title_of;
use crate::shared::same_type::same_type;
use crate::shared::standard::ABOUT_BLANK;
use crate::shared::status::phrase;
use crate::template::looks_like_template;
use crate::uri;
use std::cell::Cell;
use syn::LitStr;

/// The type URI and the title; the latter is `None` where it depends on a status code known at run time.
pub(super) fn problem_type(
    input: &VariantInput<'_>,
    status: Option<Status>,
    base: Option<&Base>,
    errors: &mut Errors,
) -> (String, Option<String>) {
    let is_readable = !input.arguments.unreadable;
    let type_uri = match input.arguments.text(Argument::Type) {
        Some(text) => type_uri(text, base, errors),
        None if input.arguments.has(Argument::Type) => None,
        None => Some(ABOUT_BLANK.to_owned()),
    };
    let title = input.arguments.text(Argument::Title);
    let is_sound = title.is_none_or(|title| check_title(title, errors));
    let (title, type_uri) = match (title, type_uri, status) {
        (Some(title), Some(type_uri), Some(status)) if type_uri == ABOUT_BLANK && is_readable && is_sound => {
            let phrase = match status {
                Status::Fixed(code) => Some(phrase(code)),
                Status::Field(_) => None,
            };
            if phrase != Some(title.value().as_str()) {
                let of_status = phrase.map(|phrase| format!(", `{phrase}`")).unwrap_or_default();
                errors.push(
                    title,
                    format!(
                        "under `about:blank` the title is the phrase of the status code{of_status}; \
                         give the problem a `type` of its own"
                    ),
                );
            }
            (phrase.map(str::to_owned), type_uri)
        }
        (Some(title), type_uri, _) => (Some(title.value()), type_uri.unwrap_or_default()),
        (None, Some(type_uri), status) if type_uri == ABOUT_BLANK => match status {
            Some(Status::Fixed(code)) => (Some(phrase(code).to_owned()), type_uri),
            _ => (None, type_uri),
        },
        (None, type_uri, _) => (Some(title_of(&input.name)), type_uri.unwrap_or_default()),
    };
    (type_uri, title)
}

fn type_uri(text: &LitStr, base: Option<&Base>, errors: &mut Errors) -> Option<String> {
    let type_uri = text.value();
    let result = if type_uri.is_empty() {
        Err("`type` must not be empty; leave it out for `about:blank`".to_owned())
    } else if looks_like_template(&type_uri) {
        Err("`type` is the same for every occurrence and takes no fields; use `instance` for `{...}`"
            .to_owned())
    } else {
        uri::check_reference(&type_uri).map_err(|fault| format!("`type` is not a URI reference: {fault}"))
    };
    match (result, base) {
        (Err(message), _) => {
            errors.push(text, message);
            None
        }
        (Ok(()), _) if same_type(&type_uri, ABOUT_BLANK) => Some(ABOUT_BLANK.to_owned()),
        (Ok(()), Some(base)) => base.resolve(&type_uri, errors),
        (Ok(()), None) => Some(type_uri),
    }
}

/// What relative types are resolved against.
pub(super) struct Base {
    literal: LitStr,
    /// Whether it has been reported that it cannot take a relative type.
    is_wrong: Cell<bool>,
}

impl Base {
    pub(super) fn of(arguments: &Arguments, errors: &mut Errors) -> Option<Self> {
        let literal = arguments.text(Argument::Base)?;
        match uri::check_base(&literal.value()) {
            Ok(()) => Some(Self { literal: literal.clone(), is_wrong: Cell::new(false) }),
            Err(message) => {
                errors.push(literal, message);
                None
            }
        }
    }

    fn resolve(&self, type_uri: &str, errors: &mut Errors) -> Option<String> {
        let resolved = uri::resolve(type_uri, &self.literal.value());
        resolved
            .map_err(|message| {
                // The first type that it cannot take is enough of an example.
                if !self.is_wrong.replace(true) {
                    errors.push(&self.literal, message);
                }
            })
            .ok()
    }
}

/// Whether a title is sound by itself.
fn check_title(title: &LitStr, errors: &mut Errors) -> bool {
    let text = title.value();
    let mistake = if text.trim().is_empty() {
        "`title` must not be empty; leave it out for the default"
    } else if looks_like_template(&text) {
        "`title` is the same for every occurrence and takes no fields; use `detail` for `{...}`"
    } else {
        return true;
    };
    errors.push(title, mistake);
    false
}

/// The types of an enum: each has one title and one status code (RFC 9457, section 4).
#[derive(Default)]
pub(super) struct Types(Vec<Known>);

/// A type, as the first variant that has it says it is.
struct Known {
    type_uri: String,
    variant: String,
    code: Option<u16>,
    title: Option<String>,
}

impl Types {
    /// Adds the type of a variant in which there is no mistake.
    pub(super) fn add(&mut self, input: &VariantInput<'_>, variant: &Variant<'_>, errors: &mut Errors) {
        let Kind::Occurrence(occurrence) = &variant.kind else { return };
        let Some(text) = input.arguments.text(Argument::Type) else { return };
        // An empty one could not be resolved, which has been reported.
        if matches!(&*occurrence.type_uri, "" | ABOUT_BLANK) {
            return;
        }
        let code = match occurrence.status {
            Status::Fixed(code) => Some(code),
            Status::Field(_) => None,
        };
        let (type_uri, title) = (occurrence.type_uri.clone(), occurrence.title.clone());
        let Some(first) = self.0.iter().find(|known| known.type_uri == type_uri) else {
            self.0.push(Known { type_uri, variant: input.name.clone(), code, title });
            return;
        };
        let (what, remedy) = if first.code != code {
            (first.code.map_or("a status of its own".to_owned(), |code| format!("status {code}")), "")
        } else if first.title != title {
            let title = first.title.as_deref().unwrap_or_default();
            (format!("title {title:?}"), ", so give both the same `title`")
        } else {
            return;
        };
        let variant = &first.variant;
        errors.push(
            text,
            format!(
                "`{variant}` has this type with {what}; one type has one status and one title \
                 (RFC 9457, section 4){remedy}"
            ),
        );
    }
}
