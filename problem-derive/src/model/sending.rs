//! How a variant is sent.

use super::context::Context;
use super::exposure::{check_expose, sent_fields};
use super::extensions::{EnumExtensions, Extension, extensions};
use super::headers::{EnumHeaders, Header, headers};
use super::input::VariantInput;
use super::problem_type::{ProblemType, problem_type};
use super::required_header::check_required;
use super::status::{Status, require, status};
use super::texts::{Detail, Instance, detail, instance};
use super::transparent::check_transparent;
use crate::attr::{Argument, ValuePath};
use crate::errors::{Errors, Reported};

pub(crate) enum Sending {
    /// Sent as the problem in this field, with additions.
    Transparent(usize, Additions),
    Occurrence(Box<Occurrence>),
}

pub(crate) struct Occurrence {
    pub(crate) status: Status,
    /// The method that returns the status code of the field.
    pub(crate) status_method: Option<ValuePath>,
    pub(crate) problem_type: ProblemType,
    pub(crate) detail: Detail,
    pub(crate) instance: Instance,
    pub(crate) additions: Additions,
}

/// The extension members and the header fields.
pub(crate) struct Additions {
    pub(crate) extensions: Vec<Extension>,
    pub(crate) headers: Vec<Header>,
}

pub(super) fn sending(
    input: &VariantInput<'_>,
    context: &mut Context<'_>,
    errors: &mut Errors,
) -> Result<Sending, Reported> {
    if input.is_delegating() {
        return transparent(input, context, errors);
    }
    let title = check_title_field(input, errors);
    let status = status(input, context.defaults, errors).and_then(|status| require(input, status, errors));
    let known = status.as_ref().map(|status| Some(*status)).map_err(Reported::from);
    let problem_type = problem_type(input, known, context, errors);
    let detail = detail(input, known, &mut context.display, errors);
    let instance = instance(input, errors);
    let extensions = extensions(input, &mut context.extensions, context.rename_all, errors);
    let headers = headers(input, known, &mut context.headers, errors);
    let sent = (|| {
        let mut sent = detail.as_ref()?.fields();
        sent.extend(instance.as_ref()?.fields());
        sent.extend(sent_fields(extensions.as_ref()?, headers.as_ref()?));
        Ok(sent)
    })();
    let expose = check_expose(input, sent, errors);
    let headers = headers.and_then(|headers| check_required(input, status?, headers, errors));
    input.sound().and(title).and(expose)?;
    let status_method = match status? {
        Status::Field(field) => input.fields[field].arguments.method(Argument::Status)?.cloned(),
        Status::Fixed(_) => None,
    };
    Ok(Sending::Occurrence(Box::new(Occurrence {
        status: status?,
        status_method,
        problem_type: problem_type?,
        detail: detail?,
        instance: instance?,
        additions: Additions { extensions: extensions?, headers: headers? },
    })))
}

fn transparent(
    input: &VariantInput<'_>,
    context: &mut Context<'_>,
    errors: &mut Errors,
) -> Result<Sending, Reported> {
    let inner = check_transparent(input, errors);
    context.identities.add_other(input, errors)?;
    let inner = inner?;
    // The arguments of the enum are for its own problems.
    let extensions = extensions(input, &mut EnumExtensions::default(), context.rename_all, errors);
    let headers = headers(input, Ok(None), &mut EnumHeaders::default(), errors);
    let sent = extensions
        .as_ref()
        .and_then(|extensions| Ok(sent_fields(extensions, headers.as_ref()?).collect()))
        .map_err(Reported::from);
    check_expose(input, sent, errors)?;
    Ok(Sending::Transparent(inner, Additions { extensions: extensions?, headers: headers? }))
}

/// Checks that no field is marked `title`, which is the same for every occurrence.
fn check_title_field(input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let Some((_, key)) = input.flagged(Argument::Title, errors)? else { return Ok(()) };
    let message = "`title` is the same for every occurrence, so it cannot come from a field, except in a type that \
                   derives only `FromProblem`";
    Err(errors.push(key, message))
}
