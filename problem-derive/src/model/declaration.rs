//! The parts of a problem that a variant declares, which both derives start from.

use super::context::Context;
use super::extensions::{Extension, extensions};
use super::headers::{Header, HeaderValue, headers};
use super::input::VariantInput;
use super::problem_type::{ProblemType, problem_type};
use super::status::Status;
use super::texts::{Detail, Instance, detail, instance};
use crate::attr::Argument;
use crate::errors::{Errors, Reported};

/// The declared parts. Each is read and checked even if another has an error.
pub(super) struct Declaration {
    pub(super) problem_type: Result<ProblemType, Reported>,
    pub(super) detail: Result<Detail, Reported>,
    pub(super) instance: Result<Instance, Reported>,
    pub(super) extensions: Result<Vec<Extension>, Reported>,
    pub(super) headers: Result<Vec<Header>, Reported>,
}

impl Declaration {
    pub(super) fn read(
        input: &VariantInput<'_>,
        status: Result<Option<Status>, Reported>,
        context: &mut Context<'_>,
        errors: &mut Errors,
    ) -> Self {
        let problem_type = problem_type(input, status, &mut context.base, errors);
        let declared = match (&problem_type, status, input.complete()) {
            (Ok(problem_type), Ok(status), Ok(())) => context.types.add(input, problem_type, status, errors),
            _ => Ok(()),
        };
        Self {
            problem_type: declared.and(problem_type),
            detail: detail(input, status, context.defaults, errors),
            instance: instance(input, errors),
            extensions: extensions(input, context.rename_all, errors),
            headers: headers(input, status, &mut context.headers, errors),
        }
    }

    /// Returns an error if any part has one.
    pub(super) fn sound(&self) -> Result<(), Reported> {
        self.problem_type.as_ref()?;
        self.detail.as_ref()?;
        self.instance.as_ref()?;
        self.extensions.as_ref()?;
        self.headers.as_ref()?;
        Ok(())
    }

    /// Checks that a variant with `expose` sends its source, unless a part that may send it has an error.
    pub(super) fn check_expose(&self, input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
        let Some(expose) = input.arguments.get(Argument::Expose) else { return Ok(()) };
        input.sound()?;
        if !input.has_source() {
            let message = format!("`{}` has no source to expose; remove `expose`", input.name);
            return Err(errors.push(&expose.key, message));
        }
        if !self.sends_source(input)? {
            let message = "`expose` sends nothing by itself; add `display`, or name the source in `detail`";
            return Err(errors.push(&expose.key, message));
        }
        Ok(())
    }

    fn sends_source(&self, input: &VariantInput<'_>) -> Result<bool, Reported> {
        let in_detail = self.detail.as_ref()?.fields(input.fields.len());
        let in_instance = self.instance.as_ref()?.fields();
        let in_extensions = self.extensions.as_ref()?.iter().map(|extension| extension.field);
        let in_headers = self.headers.as_ref()?.iter().map(|header| &header.value);
        // A delay does not contain the text of the source.
        let in_headers = in_headers.filter(|value| !matches!(value, HeaderValue::RetryAfter(_)));
        let mut sent = in_detail
            .into_iter()
            .chain(in_instance)
            .chain(in_extensions)
            .chain(in_headers.flat_map(HeaderValue::fields));
        Ok(sent.any(|field| input.fields[field].is_source))
    }
}
