//! Extension members.

use super::context::Rules;
use super::exposure::check_source;
use super::formatted::{Formatted, checked_method, formatted};
use super::input::VariantInput;
use super::member_names::{Named, check_name, field_members};
use crate::attr::{Argument, Arguments, MemberValue, TextValue, Value, ValuePath};
use crate::errors::{Errors, Reported};
use crate::names::Case;
use crate::shared::escape::escape;
use crate::template::Template;
use syn::LitStr;

pub(crate) enum Extension {
    Member {
        name: String,
        value: ExtensionValue,
    },
    /// A field whose entries are the members.
    Flattened(usize),
}

pub(crate) enum ExtensionValue {
    Field(usize),
    /// The same JSON for every occurrence.
    Json(String),
    Template(Formatted),
    Method(ValuePath),
    Constant(ValuePath),
}

impl Extension {
    /// Returns the name of the member, or `None` for a flattened field.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Member { name, .. } => Some(name),
            Self::Flattened(_) => None,
        }
    }

    /// Returns the fields that it sends.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match self {
            Self::Flattened(field) | Self::Member { value: ExtensionValue::Field(field), .. } => vec![*field],
            Self::Member { value: ExtensionValue::Template(formatted), .. } => formatted.fields(),
            Self::Member { .. } => Vec::new(),
        }
    }
}

/// The members that an enum adds to each of its variants, each with its name and its value.
///
/// An error in one of them is reported only for the first variant that it affects.
#[derive(Default)]
pub(super) struct EnumExtensions<'a>(Vec<Result<(&'a LitStr, &'a MemberValue), Reported>>);

impl<'a> EnumExtensions<'a> {
    pub(super) fn from_arguments(arguments: &'a Arguments, errors: &mut Errors) -> Self {
        let mut names = Vec::new();
        let checked = declared_members(arguments).map(|declared| {
            let (name, value) = declared?;
            add_name(&mut names, name, "the enum", errors)?;
            if let MemberValue::Text(TextValue::Template(text)) = value {
                Template::parse(&text.value()).map_err(|message| errors.push(text, message))?;
            }
            Ok((name, value))
        });
        Self(checked.collect())
    }

    /// Returns the members for a variant, without those whose names are in `own`.
    fn for_variant(
        &mut self,
        input: &VariantInput<'_>,
        own: &[String],
        errors: &mut Errors,
    ) -> Result<Vec<Extension>, Reported> {
        let mut extensions = Vec::new();
        let mut sound = Ok(());
        for declared in &mut self.0 {
            let extension = match declared {
                Ok((name, _)) if own.contains(&name.value()) => continue,
                Ok((name, value)) => extension(input, name, value, errors),
                Err(reported) => Err(*reported),
            };
            match extension {
                Ok(extension) => extensions.push(extension),
                Err(reported) => {
                    *declared = Err(reported);
                    sound = Err(reported);
                }
            }
        }
        sound.map(|()| extensions)
    }
}

/// Returns the extension members in their order: those of the enum, of the variant, and of the fields.
pub(super) fn extensions(
    input: &VariantInput<'_>,
    defaults: &mut EnumExtensions<'_>,
    rename_all: Result<Option<Case>, Reported>,
    errors: &mut Errors,
) -> Result<Vec<Extension>, Reported> {
    let mut names = Vec::new();
    let owner = format!("`{}`", input.name);
    let own: Vec<_> = declared_members(&input.arguments)
        .map(|declared| {
            let (name, value) = declared?;
            add_name(&mut names, name, &owner, errors)?;
            extension(input, name, value, errors)
        })
        .collect();
    let sources = check_sources(input, errors);
    let fields = field_members(input, rename_all, Rules::Sending, &mut names, errors);
    let from_enum = defaults.for_variant(input, &names, errors);
    let own: Vec<_> = own.into_iter().collect::<Result<_, _>>()?;
    let fields = fields?.into_iter().map(|Named { name, field }| match name {
        Some(name) => Extension::Member { name, value: ExtensionValue::Field(field) },
        None => Extension::Flattened(field),
    });
    sources?;
    Ok(from_enum?.into_iter().chain(own).chain(fields).collect())
}

/// Returns the arguments `extension(name = value)`.
pub(super) fn declared_members(
    arguments: &Arguments,
) -> impl Iterator<Item = Result<(&LitStr, &MemberValue), Reported>> {
    arguments.all(Argument::Extension).filter_map(|written| match written.value.as_ref() {
        Ok(Value::Extension { name, value }) => Some(Ok((name, value))),
        Ok(_) => None,
        Err(reported) => Some(Err(*reported)),
    })
}

/// Checks a name, and adds it to the names that `owner` has.
fn add_name(
    names: &mut Vec<String>,
    name: &LitStr,
    owner: &str,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let text = name.value();
    let checked = check_name(&text, "`extension(\"...\" = ...)`", true, Rules::Sending);
    checked.map_err(|message| errors.push(name, message))?;
    if names.contains(&text) {
        return Err(errors.push(name, format!("duplicate extension `{text}` in {owner}")));
    }
    names.push(text);
    Ok(())
}

fn extension(
    input: &VariantInput<'_>,
    name: &LitStr,
    value: &MemberValue,
    errors: &mut Errors,
) -> Result<Extension, Reported> {
    let name = name.value();
    let value = match value {
        MemberValue::Json(json) => ExtensionValue::Json(json.clone()),
        MemberValue::Constant(path) => ExtensionValue::Constant(path.clone()),
        MemberValue::Text(TextValue::Method(method)) => {
            ExtensionValue::Method(checked_method(input, method, &format!("extension = {name:?}"), errors)?)
        }
        MemberValue::Text(TextValue::Template(text)) => {
            let formatted = formatted(input, text, errors)?;
            match formatted.template.constant() {
                Some(text) => ExtensionValue::Json(json_string(text)),
                None => ExtensionValue::Template(formatted),
            }
        }
    };
    Ok(Extension::Member { name, value })
}

/// Returns a text as a JSON string.
pub(crate) fn json_string(text: &str) -> String {
    let mut json = vec![b'"'];
    escape(&mut json, text);
    json.push(b'"');
    String::from_utf8_lossy(&json).into_owned()
}

/// Checks that a source is not sent as a member unless it is exposed.
fn check_sources(input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    for field in input.fields.iter().filter(|field| field.is_source) {
        for argument in [Argument::Extension, Argument::Flatten] {
            let Some(written) = field.arguments.get(argument) else { continue };
            if let Err(message) = check_source(input, &format!("`{}` would", argument.name())) {
                checked = Err(errors.push(&written.key, message));
            }
        }
    }
    checked
}
