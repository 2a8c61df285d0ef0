//! Format strings and the fields they name.

use super::input::VariantInput;
use super::{FormatArgument, Formatted};
use crate::errors::Errors;
use crate::suggest::{nearest, or};
use crate::template::Template;
use proc_macro2::{Ident, Span};
use syn::{LitStr, Member};

/// Reads a format string over the fields of a variant; `None` if that has been reported as a mistake.
pub(super) fn formatted(
    input: &VariantInput<'_>,
    literal: &LitStr,
    errors: &mut Errors,
) -> Option<Formatted> {
    match resolve(input, literal) {
        Ok(resolved) => Some(resolved),
        Err(message) => {
            errors.push(literal, message);
            None
        }
    }
}

/// As [`formatted`], for a caller that reports the mistake itself.
pub(super) fn resolve(input: &VariantInput<'_>, literal: &LitStr) -> Result<Formatted, String> {
    let template = Template::parse(&literal.value())?;
    // In the order of the fields.
    let mut arguments: Vec<FormatArgument> = Vec::new();
    for (name, format) in template.names() {
        let index = field_named(input, name)?;
        let field = &input.fields[index];
        if field.is_source {
            input.send_source(&format!("`{{{name}}}` would"))?;
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

fn field_named(input: &VariantInput<'_>, name: &str) -> Result<usize, String> {
    if let Some(index) = input.fields.iter().position(|field| field.name == name) {
        return Ok(index);
    }
    if name == "self" {
        return Err(
            "`{self}` is no field; name one, or for the `Display` text as `detail` say `display`".to_owned()
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
