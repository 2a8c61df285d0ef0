//! How a variant is sent.

use super::context::Context;
use super::declaration::Declaration;
use super::extensions::{Extension, check_extension_sources};
use super::headers::{Header, check_required};
use super::input::VariantInput;
use super::problem_type::ProblemType;
use super::status::{Status, require, status};
use super::texts::{Detail, Instance};
use super::transparent::check_transparent;
use crate::errors::{Errors, Reported};

pub(crate) enum Sending {
    /// Sent as the problem in this field, which is the only one.
    Transparent(usize),
    Occurrence(Box<Occurrence>),
}

pub(crate) struct Occurrence {
    pub(crate) status: Status,
    pub(crate) problem_type: ProblemType,
    pub(crate) detail: Detail,
    pub(crate) instance: Instance,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) headers: Vec<Header>,
}

pub(super) fn sending(
    input: &VariantInput<'_>,
    context: &mut Context<'_>,
    errors: &mut Errors,
) -> Result<Sending, Reported> {
    if let Some(delegation) = input.delegation() {
        let inner = check_transparent(input, delegation, errors);
        let other = context.identities.add_other(input, errors);
        return other.and(inner).map(Sending::Transparent);
    }
    let status = status(input, context.defaults, errors).and_then(|status| require(input, status, errors));
    let declaration = Declaration::read(input, status.map(Some), context, errors);
    let sources = check_extension_sources(input, errors);
    let expose = declaration.check_expose(input, errors);
    let headers = declaration.headers.and_then(|headers| check_required(input, status?, headers, errors));
    input.sound().and(sources).and(expose)?;
    Ok(Sending::Occurrence(Box::new(Occurrence {
        status: status?,
        problem_type: declaration.problem_type?,
        detail: declaration.detail?,
        instance: declaration.instance?,
        extensions: declaration.extensions?,
        headers: headers?,
    })))
}
