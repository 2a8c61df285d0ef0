//! The JSON that is known at compile time.

use crate::model::{Extension, ExtensionValue, Instance, Occurrence, ProblemType, Status, json_string};
use crate::shared::status::phrase;
use crate::shared::type_uri::ABOUT_BLANK;
use proc_macro2::{Ident, Span};

/// Returns the type URI and the title of a problem with a status code.
pub(super) fn uri_and_title(problem_type: &ProblemType, code: u16) -> (&str, &str) {
    match problem_type {
        ProblemType::Blank => (ABOUT_BLANK, phrase(code)),
        ProblemType::Own { uri, title } => (uri, title),
    }
}

/// Returns the opening brace and the members of the problem type.
pub(super) fn type_members(problem_type: &ProblemType, code: u16) -> String {
    let (type_uri, title) = uri_and_title(problem_type, code);
    let (type_uri, title) = (json_string(type_uri), json_string(title));
    format!("{{\"type\":{type_uri},\"title\":{title},\"status\":{code}")
}

/// Returns the part of the body that does not depend on the occurrence, as a variant name of `Constant` and its JSON.
pub(super) fn members(occurrence: &Occurrence) -> Option<(Ident, String)> {
    let Status::Fixed(code) = occurrence.status else { return None };
    let detail = occurrence.detail.constant(code)?;
    let mut json = type_members(&occurrence.problem_type, code);
    json += &(key("detail") + &json_string(detail));
    let extensions = occurrence.additions.extensions.iter().map(constant_member).collect::<Option<Vec<_>>>();
    let kind = match extensions {
        Some(extensions) if occurrence.instance.is_constant() => {
            if let Instance::Text(text) = &occurrence.instance {
                json += &(key("instance") + &json_string(text));
            }
            json += &extensions.concat();
            json.push('}');
            "Body"
        }
        _ => "Detail",
    };
    Some((Ident::new(kind, Span::call_site()), json))
}

/// Returns an extension member with the comma before it, if it is the same for every occurrence.
fn constant_member(extension: &Extension) -> Option<String> {
    match extension {
        Extension::Member { name, value: ExtensionValue::Json(json) } => Some(key(name) + json),
        Extension::Member { .. } | Extension::Flattened(_) => None,
    }
}

/// Returns the text before the value of a member, whose name never needs to be escaped.
pub(super) fn key(name: &str) -> String {
    format!(",\"{name}\":")
}
