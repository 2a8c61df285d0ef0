//! `display` on an enum, which covers some of its variants.

use super::input::VariantInput;
use super::status::Status;
use super::texts::Detail;
use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};
use crate::template::Template;
use proc_macro2::{Ident, Span};
use syn::{Attribute, LitStr, Meta};

/// The `display` of an enum. It covers the variants with a fixed 4xx status and without a source.
#[derive(Default)]
pub(super) struct DefaultDisplay {
    key: Option<Ident>,
    /// Whether it covers a variant, or may cover one that has an error.
    is_used: bool,
}

impl DefaultDisplay {
    pub(super) fn from_arguments(arguments: &Arguments) -> Self {
        let key = arguments.get(Argument::Display).map(|written| written.key.clone());
        Self { key, is_used: arguments.complete.is_err() }
    }

    /// Notes whether a variant is covered, and returns the span of the argument if it is.
    pub(super) fn cover(
        &mut self,
        input: &VariantInput<'_>,
        status: Result<Option<Status>, Reported>,
    ) -> Option<Span> {
        let has_source = input.fields.iter().any(|field| field.is_source);
        let is_client_error = matches!(status, Ok(Some(Status::Fixed(400..=499))));
        self.is_used |= !has_source && (is_client_error || status.is_err());
        self.key.as_ref().filter(|_| is_client_error && !has_source).map(Ident::span)
    }

    /// Checks, after all variants, that it covers one of them.
    pub(super) fn check_used(&self, has_variants: bool, errors: &mut Errors) -> Result<(), Reported> {
        match &self.key {
            Some(key) if has_variants && !self.is_used => {
                let message = "`display` covers no variant: on an enum, it applies to variants with a fixed 4xx status \
                               and without a source; remove it, or add `display` to a variant";
                Err(errors.push(key, message))
            }
            _ => Ok(()),
        }
    }
}

/// Returns the detail of a covered variant, in which no field may look like an error.
pub(super) fn default_display(
    input: &VariantInput<'_>,
    key: Span,
    errors: &mut Errors,
) -> Result<Detail, Reported> {
    let Some(field) = input.fields.iter().find(|field| field.is_error_like) else {
        return Ok(Detail::Display { argument: key, shown: shown_fields(input) });
    };
    let (name, variant) = (&field.name, &input.name);
    let message = format!(
        "`display` on the enum may send the field `{name}` of `{variant}`, whose type looks like an error, to the \
         client; add `display` and `expose` to `{variant}` if this is intended, or write a `detail`"
    );
    Err(errors.push(&field.original.ty, message))
}

/// Returns the fields that the `Display` text may show: those that a format string of an error crate names, or all.
pub(super) fn shown_fields(input: &VariantInput<'_>) -> Vec<usize> {
    let all = || (0..input.fields.len()).collect();
    let Some(literal) = input.display_attributes.iter().find_map(format_string) else { return all() };
    let Ok(template) = Template::parse(&literal.value()) else { return all() };
    let position = |name: &str| input.fields.iter().position(|field| field.name == name);
    // Another name may stand for anything.
    template.names().map(|(name, _)| position(name)).collect::<Option<_>>().unwrap_or_else(all)
}

/// Returns the format string of `#[error("...")]`, `#[display("...")]` or `#[snafu(display("..."))]`.
///
/// A format string with further arguments does not tell which fields they show.
fn format_string(attribute: &Attribute) -> Option<LitStr> {
    let path = attribute.path();
    if path.is_ident("snafu") {
        let list = attribute.parse_args::<Meta>().ok()?;
        let list = list.require_list().ok()?;
        return list.path.is_ident("display").then(|| list.parse_args().ok())?;
    }
    let is_known = path.is_ident("error") || path.is_ident("display");
    is_known.then(|| attribute.parse_args().ok())?
}
