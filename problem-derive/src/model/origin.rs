//! Where the fields of a variant that is read back come from.

use super::context::{Context, Rules};
use super::extensions::declared_members;
use super::input::{FieldInput, VariantInput, option_content, ungrouped};
use super::member_names::{Named, field_members};
use super::read_headers::{ReadHeader, read_headers};
use super::status::Status;
use crate::attr::Argument;
use crate::errors::{Errors, Reported};
use crate::names::is_conventional;
use crate::shared::member_name::is_standard;
use quote::ToTokens;
use syn::{Member, Type};

/// The origin of a field.
pub(crate) enum Origin {
    /// The default of its type.
    Default,
    /// The inner problem.
    Inner,
    Wire {
        part: WirePart,
        /// Whether the field gets its default if it cannot be read.
        or_default: bool,
    },
}

impl Origin {
    /// Returns whether the field is read from the details, rather than in one pass over the text.
    pub(crate) fn needs_details(&self) -> bool {
        match self {
            Self::Default | Self::Inner => false,
            Self::Wire { part, .. } => match part {
                WirePart::Member(_) | WirePart::Header(_) | WirePart::RetryAfter => false,
                WirePart::Flattened(_)
                | WirePart::Detail
                | WirePart::Instance
                | WirePart::Status
                | WirePart::Title => true,
            },
        }
    }
}

pub(crate) enum WirePart {
    Member(String),
    /// The members without those that are declared, by these names.
    Flattened(Vec<String>),
    /// The name in lower case.
    Header(String),
    RetryAfter,
    Detail,
    Instance,
    Status,
    Title,
}

/// Returns the origin of each field.
pub(super) fn origins(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    context: &Context<'_>,
    errors: &mut Errors,
) -> Result<Vec<Origin>, Reported> {
    let flattened = check_flatten(input, errors);
    let mut names = Vec::new();
    let members = field_members(input, context.rename_all, Rules::Reading, &mut names, errors);
    // The enum's members and header fields do not apply to a delegating variant.
    let defaults = context.defaults.filter(|_| !input.is_delegating());
    let arguments = defaults.into_iter().chain([&input.arguments]);
    names.extend(arguments.flat_map(declared_members).flatten().map(|(name, _)| name.value()));
    let headers = read_headers(input, status, defaults, errors);
    let mut marked = input.flagged(Argument::Title, errors).map(|_| ());
    for argument in [Argument::Detail, Argument::Instance] {
        marked = input.flagged_instead(argument, errors).map(|_| ()).and(marked);
    }
    let declared = Declared { members: members.as_ref(), headers: headers.as_ref(), names };
    let fields = input.fields.iter().enumerate();
    let origins: Vec<_> =
        fields.map(|(index, field)| origin(input, index, field, &declared, errors)).collect();
    flattened.and(marked)?;
    origins.into_iter().collect()
}

/// The declared members and header fields, or the errors in them.
struct Declared<'a> {
    members: Result<&'a Vec<Named>, &'a Reported>,
    headers: Result<&'a Vec<ReadHeader>, &'a Reported>,
    /// The names of all members, which a flattened field does not get.
    names: Vec<String>,
}

fn origin(
    input: &VariantInput<'_>,
    index: usize,
    field: &FieldInput<'_>,
    declared: &Declared<'_>,
    errors: &mut Errors,
) -> Result<Origin, Reported> {
    if input.is_delegating() && (input.fields.len() == 1 || field.arguments.has(Argument::Transparent)) {
        return Ok(Origin::Inner);
    }
    let part = match marked(index, field, declared) {
        Some(part) => Some(part),
        None => in_header(index, declared.headers?).map(Ok),
    };
    let or_default = field.arguments.has(Argument::Default);
    match part {
        Some(part) => {
            let part = check_owned(field, errors).and(part)?;
            Ok(Origin::Wire { part, or_default })
        }
        None if or_default => Ok(Origin::Default),
        None => {
            input.complete()?;
            let tokens = match &field.original.ident {
                Some(ident) => ident.to_token_stream(),
                None => field.original.ty.to_token_stream(),
            };
            Err(errors.push(tokens, nothing_fills(input, index, declared.headers?)))
        }
    }
}

/// Returns the part of the response that an argument of a field names, or the error in that argument.
fn marked(
    index: usize,
    field: &FieldInput<'_>,
    declared: &Declared<'_>,
) -> Option<Result<WirePart, Reported>> {
    let has = |argument| field.arguments.has(argument);
    // A status that a method computes from the field cannot be turned back into the field.
    if has(Argument::Status) && matches!(field.arguments.method(Argument::Status), Ok(None)) {
        Some(Ok(WirePart::Status))
    } else if has(Argument::Detail) {
        Some(Ok(WirePart::Detail))
    } else if has(Argument::Title) {
        Some(Ok(WirePart::Title))
    } else if has(Argument::Instance) {
        Some(Ok(WirePart::Instance))
    } else if has(Argument::Extension) || has(Argument::Flatten) {
        let members = match declared.members {
            Ok(members) => members,
            Err(reported) => return Some(Err(*reported)),
        };
        let member = members.iter().find(|member| member.field == index)?;
        Some(Ok(match &member.name {
            Some(name) => WirePart::Member(name.clone()),
            None => WirePart::Flattened(declared.names.clone()),
        }))
    } else {
        None
    }
}

fn in_header(index: usize, headers: &[ReadHeader]) -> Option<WirePart> {
    let is_only_one =
        |header: &&ReadHeader| headers.iter().filter(|other| other.name == header.name).count() == 1;
    let header = headers.iter().filter(is_only_one).find(|header| header.exact == Some(index))?;
    Some(if header.is_delay { WirePart::RetryAfter } else { WirePart::Header(header.name.clone()) })
}

/// Checks that at most one field is flattened. With two, a member that is read back could belong to either.
fn check_flatten(input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    let flattened = input.fields.iter().filter_map(|field| field.arguments.get(Argument::Flatten));
    for written in flattened.skip(1) {
        let message = format!(
            "only one `flatten` field of `{}` can be read back; flatten one value that holds both",
            input.name
        );
        checked = Err(errors.push(&written.key, message));
    }
    checked
}

fn nothing_fills(input: &VariantInput<'_>, index: usize, headers: &[ReadHeader]) -> String {
    let field = &input.fields[index];
    let (name, variant) = (&field.name, &input.name);
    let header = headers.iter().find(|header| header.fields.contains(&index));
    let is_own_name = matches!(field.member, Member::Named(_)) && is_conventional(name) && !is_standard(name);
    let remedy = if let Some(ReadHeader { name: other, exact, .. }) = header {
        let reason = if exact.is_none() {
            format!("its header field is not exactly `{{{name}}}`")
        } else {
            format!("`{other}` may be sent more than once")
        };
        &*format!("{reason}, so add `#[problem(default)]`")
    } else if field.is_source && input.is_variant {
        "add `#[problem(skip_deserializing)]` to the variant, or `#[problem(default)]` to the field"
    } else if field.is_source {
        "add `#[problem(default)]`"
    } else if field.arguments.has(Argument::Status) {
        "it cannot be computed from its status, so add `#[problem(default)]`"
    } else if name == "title" {
        "add `#[problem(default)]`, or, where only `FromProblem` is derived, `#[problem(title)]`"
    } else if matches!(&**name, "detail" | "instance") {
        &*format!("add `#[problem({name})]` to read that member, or `#[problem(default)]`")
    } else if is_own_name {
        "add `#[problem(extension)]` to make it an extension member, or `#[problem(default)]`"
    } else {
        "add `#[problem(extension = \"...\")]` to make it an extension member, or `#[problem(default)]`"
    };
    format!("the field `{name}` of `{variant}` cannot be read back; {remedy}")
}

/// Checks that a field owns its value. rustc would report a lifetime error, and only at the derive.
fn check_owned(field: &FieldInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let ty = &field.original.ty;
    if matches!(ungrouped(option_content(ty).unwrap_or(ty)), Type::Reference(_)) {
        let message = "a reference cannot be read back; use an owned type such as `String`";
        return Err(errors.push(ty, message));
    }
    Ok(())
}
