//! `type` and `title`.

use super::context::Context;
use super::identity::same_type_message;
use super::input::VariantInput;
use super::status::{Status, status};
use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};
use crate::names::title_from_ident;
use crate::shared::status::phrase;
use crate::shared::type_uri::{ABOUT_BLANK, same_type};
use crate::template::looks_like_template;
use crate::uri;
use syn::LitStr;

pub(crate) enum ProblemType {
    /// `about:blank`, whose title is the phrase of the status code (RFC 9457, section 4.2.1).
    Blank,
    Own {
        uri: String,
        title: String,
    },
}

/// Returns the type of a variant. The title is checked against the status code only if the code is known.
pub(super) fn problem_type(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    context: &mut Context<'_>,
    errors: &mut Errors,
) -> Result<ProblemType, Reported> {
    let uri = type_uri(input, status, context, errors).and_then(|uri| match uri {
        Some(uri) => resolve(&uri.written, &mut context.base, errors).map(|resolved| Some((uri, resolved))),
        None => Ok(None),
    });
    let title = title(input, errors);
    let (uri, title) = (uri?, title?);
    let Some((uri, resolved)) = uri else {
        if let Some(title) = title {
            // The part that could not be read may be the type.
            input.complete()?;
            if let Some(status) = status? {
                check_phrase(title, status, errors)?;
            }
        }
        return Ok(ProblemType::Blank);
    };
    let shared = || context.types.shared_title(&resolved);
    let title = title.map(LitStr::value).or_else(shared).unwrap_or_else(|| title_from_ident(&input.name));
    if let (Ok(status), Ok(())) = (status, input.complete()) {
        context.types.add(input, &uri, &resolved, &title, status, errors)?;
    }
    Ok(ProblemType::Own { uri: resolved, title })
}

/// A type other than `about:blank`, before it is resolved against the base.
pub(super) struct WrittenType {
    pub(super) written: String,
    /// Whether it comes from the name of the variant.
    is_generated: bool,
}

/// Returns the type of a variant, or `None` for `about:blank`.
fn type_uri(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    context: &Context<'_>,
    errors: &mut Errors,
) -> Result<Option<WrittenType>, Reported> {
    let Some(text) = input.arguments.text(Argument::Type)? else {
        return generated_type(input, status, context, errors);
    };
    let written = text.value();
    check_type(&written).map_err(|message| errors.push(text, message))?;
    let is_blank = same_type(&written, ABOUT_BLANK);
    Ok((!is_blank).then_some(WrittenType { written, is_generated: false }))
}

/// Returns the type that `types` on the enum gives a variant with a fixed 4xx status.
pub(super) fn generated_type(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    context: &Context<'_>,
    errors: &mut Errors,
) -> Result<Option<WrittenType>, Reported> {
    let Some(case) = context.type_case? else { return Ok(None) };
    input.complete()?;
    if !matches!(status?, Some(Status::Fixed(400..=499))) {
        return Ok(None);
    }
    let written = case.apply_to_variant(&input.name);
    uri::check_reference(&written).map_err(|fault| {
        let name = &input.name;
        let message = format!(
            "`types` gives `{name}` the type `{written}`, which is not a URI reference: {fault}; add a `type`"
        );
        errors.push(input.ident, message)
    })?;
    Ok(Some(WrittenType { written, is_generated: true }))
}

/// Returns a type as it is sent.
pub(super) fn resolve(
    written: &str,
    base: &mut Result<Option<Base>, Reported>,
    errors: &mut Errors,
) -> Result<String, Reported> {
    match base {
        Ok(Some(base)) => base.resolve(written, errors),
        Ok(None) => Ok(written.to_owned()),
        Err(reported) => Err(*reported),
    }
}

fn check_type(type_uri: &str) -> Result<(), String> {
    if type_uri.is_empty() {
        Err("`type` must not be empty; leave it out for `about:blank`".to_owned())
    } else if looks_like_template(type_uri) {
        Err("`type` is the same for every occurrence and takes no fields; use `instance` for `{...}`"
            .to_owned())
    } else {
        uri::check_reference(type_uri).map_err(|fault| format!("`type` is not a URI reference: {fault}"))
    }
}

fn title<'a>(input: &'a VariantInput<'_>, errors: &mut Errors) -> Result<Option<&'a LitStr>, Reported> {
    let Some(title) = input.arguments.text(Argument::Title)? else { return Ok(None) };
    let text = title.value();
    let message = if text.trim().is_empty() {
        "`title` must not be empty; leave it out for the default"
    } else if looks_like_template(&text) {
        "`title` is the same for every occurrence and takes no fields; use `detail` for `{...}`"
    } else {
        return Ok(Some(title));
    };
    Err(errors.push(title, message))
}

/// Checks the title of `about:blank`, which must be the phrase of the status code.
fn check_phrase(title: &LitStr, status: Status, errors: &mut Errors) -> Result<(), Reported> {
    let expected = match status {
        Status::Fixed(code) if title.value() == phrase(code) => return Ok(()),
        Status::Fixed(code) => format!(", `{}`", phrase(code)),
        Status::Field(_) => String::new(),
    };
    Err(errors.push(
        title,
        format!(
            "the title of an `about:blank` problem must be its status phrase{expected}; \
             add a `type` to use another title"
        ),
    ))
}

/// The URI that relative types are resolved against.
pub(super) struct Base {
    literal: LitStr,
    /// The error about the first type that cannot be resolved. No other is reported.
    reported: Option<Reported>,
}

impl Base {
    pub(super) fn from_arguments(
        arguments: &Arguments,
        errors: &mut Errors,
    ) -> Result<Option<Self>, Reported> {
        let Some(literal) = arguments.text(Argument::Base)? else { return Ok(None) };
        uri::check_base(&literal.value()).map_err(|message| errors.push(literal, message))?;
        Ok(Some(Self { literal: literal.clone(), reported: None }))
    }

    fn resolve(&mut self, type_uri: &str, errors: &mut Errors) -> Result<String, Reported> {
        uri::resolve(type_uri, &self.literal.value())
            .map_err(|message| *self.reported.get_or_insert_with(|| errors.push(&self.literal, message)))
    }
}

/// The types of an enum: each has one title and one status code (RFC 9457, section 4).
#[derive(Default)]
pub(super) struct DeclaredTypes {
    /// The resolved types of the variants with a title, which applies to all variants of the type.
    titles: Vec<(String, String)>,
    types: Vec<DeclaredType>,
}

/// The declaration of a type by the first variant that uses it.
struct DeclaredType {
    uri: String,
    title: String,
    code: Option<u16>,
    is_generated: bool,
    variant: String,
}

impl DeclaredTypes {
    /// Notes the titles that the variants give. Errors in their types and titles are reported elsewhere.
    pub(super) fn from_inputs(inputs: &[VariantInput<'_>], context: &Context<'_>) -> Self {
        let titles = inputs.iter().filter_map(|input| {
            let errors = &mut Errors::default();
            let title = title(input, errors).ok()??;
            let status = status(input, context.defaults, errors);
            let uri = type_uri(input, status, context, errors).ok()??.written;
            let resolved = match &context.base {
                Ok(Some(base)) => uri::resolve(&uri, &base.literal.value()).ok()?,
                _ => uri,
            };
            Some((resolved, title.value()))
        });
        Self { titles: titles.collect(), types: Vec::new() }
    }

    /// Returns the title that a variant gives a type.
    fn shared_title(&self, resolved: &str) -> Option<String> {
        self.titles.iter().find(|(other, _)| other == resolved).map(|(_, title)| title.clone())
    }

    /// Adds the type of a variant.
    fn add(
        &mut self,
        input: &VariantInput<'_>,
        written: &WrittenType,
        uri: &str,
        title: &str,
        status: Option<Status>,
        errors: &mut Errors,
    ) -> Result<(), Reported> {
        let code = status.and_then(Status::code);
        let is_generated = written.is_generated;
        let Some(first) = self.types.iter().find(|known| known.uri == uri) else {
            let (uri, title, variant) = (uri.to_owned(), title.to_owned(), input.name.clone());
            self.types.push(DeclaredType { uri, title, code, is_generated, variant });
            return Ok(());
        };
        if first.is_generated && is_generated {
            return Err(errors.push(input.ident, same_type_message(&input.name, &first.variant, uri)));
        }
        let (what, remedy) = if first.code != code {
            (first.code.map_or("a different status".to_owned(), |code| format!("status {code}")), "")
        } else if first.title != title {
            let has_own = input.arguments.has(Argument::Title);
            let remedy =
                if has_own { ", so give both the same `title`" } else { ", so give one of them a `title`" };
            (format!("title {:?}", first.title), remedy)
        } else {
            return Ok(());
        };
        let message = format!(
            "`{}` uses this type with {what}; a type has one status and one title (RFC 9457, section 4){remedy}",
            first.variant
        );
        Err(match input.arguments.text(Argument::Type)? {
            Some(literal) => errors.push(literal, message),
            None => errors.push(input.ident, message),
        })
    }
}
