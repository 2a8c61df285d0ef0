//! The JSON that is known at compile time.

use crate::model::{Extension, ExtensionValue, Instance, Occurrence, ProblemType, Status};
use crate::shared::escape::escape;
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
    let mut json = Json::default();
    json.text("{\"type\":", type_uri);
    json.text(",\"title\":", title);
    json.raw(&format!(",\"status\":{code}"));
    json.finish()
}

/// Returns the part of the body that does not depend on the occurrence, as a variant name of `Constant` and its JSON.
pub(super) fn members(occurrence: &Occurrence) -> Option<(Ident, String)> {
    let Status::Fixed(code) = occurrence.status else { return None };
    let detail = occurrence.detail.constant(code)?;
    let mut json = Json::default();
    json.raw(&type_members(&occurrence.problem_type, code));
    json.text(",\"detail\":", detail);
    let extensions = occurrence.additions.extensions.iter().map(constant_member).collect::<Option<Vec<_>>>();
    let kind = match extensions {
        Some(extensions) if occurrence.instance.is_constant() => {
            if let Instance::Text(text) = &occurrence.instance {
                json.text(",\"instance\":", text);
            }
            json.raw(&extensions.concat());
            json.raw("}");
            "Body"
        }
        _ => "Detail",
    };
    Some((Ident::new(kind, Span::call_site()), json.finish()))
}

/// Returns an extension member with the comma before it, if it is the same for every occurrence.
fn constant_member(extension: &Extension) -> Option<String> {
    match extension {
        Extension::Member { name, value: ExtensionValue::Json(json) } => Some(key(name) + json),
        Extension::Member { .. } | Extension::Flattened(_) => None,
    }
}

/// Returns the text before the value of an extension member, whose name never needs to be escaped.
pub(super) fn key(name: &str) -> String {
    format!(",\"{name}\":")
}

#[derive(Default)]
struct Json(Vec<u8>);

impl Json {
    fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// Writes a key, which must already be JSON, and a string, which is escaped.
    fn text(&mut self, key: &str, text: &str) {
        self.raw(key);
        self.raw("\"");
        escape(&mut self.0, text);
        self.raw("\"");
    }

    fn finish(self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}
