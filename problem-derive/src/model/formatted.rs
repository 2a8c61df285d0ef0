//! Format strings and the fields they name.

use super::context::Rules;
use super::exposure::check_text;
use super::input::VariantInput;
use crate::attr::ValuePath;
use crate::errors::{Errors, Reported};
use crate::suggest::{nearest, or};
use crate::template::{FormatTrait, Template};
use proc_macro2::{Ident, Span};
use syn::{LitStr, Member};

/// A format string with the fields it names.
pub(crate) struct Formatted {
    pub(crate) literal: LitStr,
    pub(crate) template: Template,
    pub(crate) arguments: Vec<FormatArgument>,
}

pub(crate) struct FormatArgument {
    pub(crate) field: usize,
    /// Its name in the format string, or `None` for a tuple field.
    pub(crate) name: Option<Ident>,
    /// The traits that format it.
    pub(crate) formats: Vec<FormatTrait>,
    /// Whether it is a width or a precision somewhere.
    pub(crate) is_count: bool,
}

impl FormatArgument {
    /// Returns whether a placeholder names this field, by name or by index.
    pub(crate) fn is_named(&self, text: &str) -> bool {
        match &self.name {
            Some(name) => name == text,
            None => self.field.to_string() == text,
        }
    }
}

impl Formatted {
    /// Returns the fields that it names.
    pub(crate) fn fields(&self) -> Vec<usize> {
        self.arguments.iter().map(|argument| argument.field).collect()
    }

    /// Returns the field if the format string is `{field}` and nothing else.
    pub(crate) fn only_field(&self) -> Option<usize> {
        let text = self.literal.value();
        let name = text.strip_prefix('{')?.strip_suffix('}')?;
        self.arguments.iter().find(|argument| argument.is_named(name)).map(|argument| argument.field)
    }
}

/// Reads a format string over the fields of a variant.
pub(super) fn formatted(
    input: &VariantInput<'_>,
    literal: &LitStr,
    errors: &mut Errors,
) -> Result<Formatted, Reported> {
    resolve(input, literal, Rules::Sending).map_err(|message| errors.push(literal, message))
}

/// Reads a format string, as [`formatted`] does, for a caller that reports the error itself.
pub(super) fn resolve(input: &VariantInput<'_>, literal: &LitStr, rules: Rules) -> Result<Formatted, String> {
    let template = Template::parse(&literal.value())?;
    // In the order of the fields.
    let mut arguments: Vec<FormatArgument> = Vec::new();
    for (name, format) in template.names() {
        let index = find_field(input, name)?;
        let field = &input.fields[index];
        if rules == Rules::Sending {
            check_text(input, field, &format!("`{{{name}}}` would"))?;
        }
        let position = arguments.iter().position(|argument| argument.field == index).unwrap_or_else(|| {
            let name = match field.member {
                Member::Named(_) => Some(Ident::new(name, Span::call_site())),
                Member::Unnamed(_) => None,
            };
            let position = arguments.partition_point(|argument| argument.field < index);
            let argument = FormatArgument { field: index, name, formats: Vec::new(), is_count: false };
            arguments.insert(position, argument);
            position
        });
        let argument = &mut arguments[position];
        match format {
            Some(format) => argument.formats.push(format),
            None => argument.is_count = true,
        }
    }
    Ok(Formatted { literal: literal.clone(), template, arguments })
}

/// Checks a method: the name of a field is not one. `argument` is the argument that marks the field instead.
pub(super) fn checked_method(
    input: &VariantInput<'_>,
    method: &ValuePath,
    argument: &str,
    errors: &mut Errors,
) -> Result<ValuePath, Reported> {
    let name = method.name().unwrap_or_default();
    if input.fields.iter().any(|field| field.name == name) {
        let message = format!(
            "`{name}` is a field, but a method is expected here; mark the field with `#[problem({argument})]` instead"
        );
        return Err(errors.push(method, message));
    }
    Ok(method.clone())
}

fn find_field(input: &VariantInput<'_>, name: &str) -> Result<usize, String> {
    if let Some(index) = input.fields.iter().position(|field| field.name == name) {
        return Ok(index);
    }
    if name == "self" {
        return Err(
            "`{self}` is not a field; use `display` to send the `Display` text as `detail`".to_owned()
        );
    }
    let variant = &input.name;
    let names: Vec<_> = input.fields.iter().map(|field| field.name.as_str()).collect();
    Err(match nearest(name, &names) {
        _ if input.fields.is_empty() => format!("no field `{name}` in `{variant}`, which has no fields"),
        Some(near) if near.parse::<usize>().is_err() => {
            format!("no field `{name}` in `{variant}`; did you mean `{near}`?")
        }
        _ => format!(
            "no field `{name}` in `{variant}`; expected {}",
            or(names.iter().map(|name| format!("`{name}`")).collect())
        ),
    })
}
