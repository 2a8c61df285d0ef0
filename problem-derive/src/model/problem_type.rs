//! `type` and `title`.

use super::input::VariantInput;
use super::status::Status;
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
    base: &mut Result<Option<Base>, Reported>,
    errors: &mut Errors,
) -> Result<ProblemType, Reported> {
    let uri = type_uri(input, base, errors);
    let title = title(input, errors);
    match (uri?, title?) {
        (Some(uri), Some(title)) => Ok(ProblemType::Own { uri, title: title.value() }),
        (Some(uri), None) => Ok(ProblemType::Own { uri, title: title_from_ident(&input.name) }),
        (None, Some(title)) => {
            // The part that could not be read may be the type.
            input.complete()?;
            if let Some(status) = status? {
                check_phrase(title, status, errors)?;
            }
            Ok(ProblemType::Blank)
        }
        (None, None) => Ok(ProblemType::Blank),
    }
}

/// Returns the type URI, or `None` for `about:blank`.
fn type_uri(
    input: &VariantInput<'_>,
    base: &mut Result<Option<Base>, Reported>,
    errors: &mut Errors,
) -> Result<Option<String>, Reported> {
    let Some(text) = input.arguments.text(Argument::Type)? else { return Ok(None) };
    let type_uri = text.value();
    check_type(&type_uri).map_err(|message| errors.push(text, message))?;
    if same_type(&type_uri, ABOUT_BLANK) {
        return Ok(None);
    }
    match base {
        Ok(Some(base)) => base.resolve(&type_uri, errors).map(Some),
        Ok(None) => Ok(Some(type_uri)),
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
pub(super) struct DeclaredTypes(Vec<DeclaredType>);

/// The declaration of a type by the first variant that uses it.
struct DeclaredType {
    uri: String,
    title: String,
    code: Option<u16>,
    variant: String,
}

impl DeclaredTypes {
    /// Adds the type of a variant, unless it is `about:blank`, which any number of variants can share.
    pub(super) fn add(
        &mut self,
        input: &VariantInput<'_>,
        problem_type: &ProblemType,
        status: Option<Status>,
        errors: &mut Errors,
    ) -> Result<(), Reported> {
        let ProblemType::Own { uri, title } = problem_type else { return Ok(()) };
        let Some(literal) = input.arguments.text(Argument::Type)? else { return Ok(()) };
        let code = match status {
            Some(Status::Fixed(code)) => Some(code),
            Some(Status::Field(_)) | None => None,
        };
        let Some(first) = self.0.iter().find(|known| known.uri == *uri) else {
            let (uri, title, variant) = (uri.clone(), title.clone(), input.name.clone());
            self.0.push(DeclaredType { uri, title, code, variant });
            return Ok(());
        };
        let (what, remedy) = if first.code != code {
            (first.code.map_or("a different status".to_owned(), |code| format!("status {code}")), "")
        } else if first.title != *title {
            (format!("title {:?}", first.title), ", so give both the same `title`")
        } else {
            return Ok(());
        };
        Err(errors.push(
            literal,
            format!(
                "`{}` uses this type with {what}; a type has one status and one title (RFC 9457, section 4){remedy}",
                first.variant
            ),
        ))
    }
}
