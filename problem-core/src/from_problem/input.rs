//! The input that an error is read from: the text of a body, or the details.

#![allow(
    missing_docs,
    clippy::must_use_candidate,
    reason = "only expansions call these, and the docs of the derive describe their rules"
)]

use super::head::{Head, begins_with, leading_type};
use super::members::{MemberList, ReadMember, read_members, read_places};
use crate::details::Read;
use crate::read::places::{Places, scalar};
use crate::shared::type_uri::{ABOUT_BLANK, same_type};
use crate::{ProblemDetails, uri};
use http::StatusCode;
use http::header::HeaderMap;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// The input that an error is read from.
#[derive(Debug)]
pub struct Input<'a> {
    kind: InputKind<'a>,
    headers: Option<&'a HeaderMap>,
    /// The URI that relative types are resolved against, as [`uri::base`] returns it.
    base: Option<&'a str>,
}

#[derive(Debug)]
enum InputKind<'a> {
    Details(&'a ProblemDetails),
    /// The text of a body, which is faster to read than the details.
    ///
    /// An error that needs more than one pass over the members cannot be read from text. It is read from the details.
    Json(&'a str, Discriminant<'a>),
    /// The text of a body without arrays and nested objects, which is faster still.
    Flat(&'a str, &'a Places, Head<'a>),
}

#[derive(Debug)]
enum Discriminant<'a> {
    /// The text after the opening quote of the type.
    Type(&'a str),
    /// The members that identify the error, found by a search through the whole text.
    Other(Head<'a>),
}

/// The type or status code that distinguishes a variant from the others.
#[derive(Clone, Copy, Debug)]
pub enum Identity {
    /// The type, as declared.
    Type(&'static str),
    /// A type with this status code, or with any status code that no other variant with the type has.
    ///
    /// It is compared only once the status code is known.
    TypeAndStatus(&'static str, Option<u16>),
    /// The type `about:blank` with this status code.
    Status(u16),
    /// The type `about:blank` with any other status code.
    AnyStatus,
}

impl<'a> Input<'a> {
    pub(crate) fn from_details(details: &'a ProblemDetails) -> Self {
        Self { kind: InputKind::Details(details), headers: Some(details.headers()), base: details.base() }
    }

    /// Returns the input for a body, with the status code and the header fields of its response, if they are known.
    ///
    /// Returns `None` if the text is found not to be an object.
    #[inline]
    pub(crate) fn from_json(
        text: &'a str,
        response: Option<(StatusCode, &'a HeaderMap)>,
        base: Option<&'a str>,
    ) -> Option<Self> {
        // With a base, the types are resolved before they are compared, so the text alone does not suffice.
        let discriminant = match leading_type(text).filter(|_| base.is_none()) {
            Some(type_uri) => Discriminant::Type(type_uri),
            None => {
                let Head { type_uri, status } = Head::read(text)?;
                Discriminant::Other(Head { type_uri, status: status.or(response.map(|(status, _)| status)) })
            }
        };
        let headers = response.map(|(_, headers)| headers);
        Some(Self { kind: InputKind::Json(text, discriminant), headers, base })
    }

    /// Returns the input for a body whose members have been found, like [`from_json`](Self::from_json).
    #[inline]
    pub(crate) fn from_places(
        text: &'a str,
        places: &'a Places,
        response: Option<(StatusCode, &'a HeaderMap)>,
        base: Option<&'a str>,
    ) -> Self {
        let mut head = Head::default();
        for (name, value) in places.members(text) {
            match name {
                "type" => head.type_uri = scalar(value).text().or(head.type_uri),
                "status" => head.status = scalar(value).status().or(head.status),
                _ => {}
            }
        }
        head.status = head.status.or(response.map(|(status, _)| status));
        let headers = response.map(|(_, headers)| headers);
        Self { kind: InputKind::Flat(text, places, head), headers, base }
    }

    /// Returns the position of the identity that matches the problem (RFC 9457, sections 3.1.1 and 4.2.1).
    ///
    /// The type decides, or for `about:blank` the status code.
    #[must_use]
    pub fn choose(&self, identities: &[Identity]) -> Option<usize> {
        let position = |is_it: &dyn Fn(&Identity) -> bool| identities.iter().position(is_it);
        let (type_uri, status) = match &self.kind {
            InputKind::Details(details) => (details.type_uri(), details.status()),
            InputKind::Json(_, Discriminant::Other(head)) | InputKind::Flat(_, _, head) => {
                (head.type_uri.as_deref().unwrap_or(ABOUT_BLANK), head.status)
            }
            InputKind::Json(_, Discriminant::Type(text)) => {
                return position(
                    &|identity| matches!(identity, Identity::Type(declared) if begins_with(text, declared)),
                );
            }
        };
        if same_type(type_uri, ABOUT_BLANK) {
            let code = status?.as_u16();
            let by_code =
                position(&|identity| matches!(identity, Identity::Status(status) if *status == code));
            return by_code.or_else(|| position(&|identity| matches!(identity, Identity::AnyStatus)));
        }
        let resolved = self.resolved(type_uri);
        let is_same = |declared: &str| same_type(&resolved, &self.resolved(declared));
        let by_code = status.and_then(|status| {
            position(&|identity| match identity {
                Identity::TypeAndStatus(declared, Some(code)) => {
                    *code == status.as_u16() && is_same(declared)
                }
                _ => false,
            })
        });
        by_code.or_else(|| {
            position(&|identity| match identity {
                Identity::Type(declared) | Identity::TypeAndStatus(declared, None) => is_same(declared),
                _ => false,
            })
        })
    }

    fn resolved<'b>(&self, type_uri: &'b str) -> Cow<'b, str> {
        let resolved = self.base.and_then(|base| uri::resolve(type_uri, base));
        resolved.map_or(Cow::Borrowed(type_uri), Cow::Owned)
    }

    /// Returns the values of the fields that are extension members, or `None` if one is missing.
    pub fn members<F: MemberList>(&self, mut fields: F) -> Option<F::Values> {
        match &self.kind {
            InputKind::Details(details) => fields.read_from(details),
            InputKind::Json(text, _) => read_members(text, &mut fields)?,
            InputKind::Flat(text, places, _) => read_places(text, places, &mut fields)?,
        }
        fields.finish()
    }

    /// Returns the input itself if it holds the details, and `None` if it is text.
    ///
    /// Expansions call this for a variant with a field that cannot be read in one pass over the text.
    /// Without this check, such a field would count as absent.
    #[must_use]
    pub fn require_details(&self) -> Option<&Self> {
        self.details().map(|_| self)
    }

    /// Returns the value of a `flatten` field, read from the extension members whose names are not in `declared`.
    pub fn flattened<T: ReadMember>(&self, declared: &[&str]) -> Option<T> {
        read_flattened(self.details()?, declared)
    }

    /// Returns the value of the first header field with that name, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers?.get(name)?.to_str().ok()
    }

    /// Returns the header fields of the response, if they are known.
    #[must_use]
    pub fn headers(&self) -> Option<&'a HeaderMap> {
        self.headers
    }

    #[must_use]
    pub fn detail(&self) -> Option<&'a str> {
        self.details()?.detail()
    }

    #[must_use]
    pub fn title(&self) -> Option<&'a str> {
        self.details()?.title()
    }

    #[must_use]
    pub fn instance(&self) -> Option<&'a str> {
        self.details()?.instance_as_sent()
    }

    /// Returns the `status` member, or else the status code of the response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.details()?.status()
    }

    /// Returns the details, unless the input is text.
    fn details(&self) -> Option<&'a ProblemDetails> {
        match &self.kind {
            InputKind::Details(details) => Some(details),
            InputKind::Json(..) | InputKind::Flat(..) => None,
        }
    }
}

/// Reads a `flatten` field from the extension members that belong to no other field.
fn read_flattened<T: ReadMember>(details: &ProblemDetails, declared: &[&str]) -> Option<T> {
    let rest = details.extensions().iter().filter(|(name, _)| !declared.contains(&name.as_str()));
    let rest: Map<String, Value> = rest.map(|(name, value)| (name.clone(), value.clone())).collect();
    let null = || T::deserialize(Value::Null).ok();
    // Both `None` and a map without entries write nothing, so try `None` first and then an empty map.
    let empty = if rest.is_empty() { null() } else { None };
    empty.or_else(|| match details.read(&Value::Object(rest)) {
        Read::Value(value) => Some(value),
        Read::WrongType => null(),
        Read::Ambiguous => None,
    })
}
