//! One error in a field of a request.

use super::pointer;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// An error in a field of a request, in a list of [`FieldErrors`](super::FieldErrors).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldError {
    // A list is sorted in the order of these fields.
    place: Place,
    detail: Cow<'static, str>,
    code: Option<Cow<'static, str>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Pointer(String),
    Parameter(String),
    Header(String),
}

/// The part of a request that an error is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldPlace<'a> {
    /// A value in the body, as the fragment of a URI: `#/profile/color` (RFC 6901, section 6).
    Pointer(&'a str),
    /// The name of a parameter in the query or the path.
    Parameter(&'a str),
    /// The name of a header field.
    Header(&'a str),
}

impl FieldError {
    pub(super) fn new(place: Place, detail: Cow<'static, str>) -> Self {
        Self { place, detail, code: None }
    }

    /// Sets a code that a program can compare, such as `too_long`.
    pub fn set_code(&mut self, code: impl Into<Cow<'static, str>>) -> &mut Self {
        self.code = Some(code.into());
        self
    }

    /// Returns the part of the request that the error is in.
    #[must_use]
    pub fn place(&self) -> FieldPlace<'_> {
        match &self.place {
            Place::Pointer(pointer) => FieldPlace::Pointer(pointer),
            Place::Parameter(name) => FieldPlace::Parameter(name),
            Place::Header(name) => FieldPlace::Header(name),
        }
    }

    /// Returns the message for people.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// Returns the code for programs, if it was set.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Returns a copy that does not say what is wrong.
    #[allow(dead_code, reason = "only the tower layer uses it")]
    pub(crate) fn terse(&self) -> Self {
        Self { detail: Cow::Borrowed(NOT_VALID), ..self.clone() }
    }

    pub(super) fn rename(&mut self, rename: impl Fn(&str) -> Cow<'_, str>) {
        match &mut self.place {
            Place::Pointer(pointer) => *pointer = pointer::rename(pointer, rename),
            Place::Parameter(name) => *name = rename(name).into_owned(),
            Place::Header(_) => {}
        }
    }
}

/// The detail of an error if nothing more can be said.
pub(super) const NOT_VALID: &str = "The value is not valid.";

const DETAIL: &str = "detail";
const POINTER: &str = "pointer";
const PARAMETER: &str = "parameter";
const HEADER: &str = "header";
const CODE: &str = "code";

impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = 2 + usize::from(self.code.is_some());
        let mut error = serializer.serialize_struct("FieldError", length)?;
        error.serialize_field(DETAIL, &self.detail)?;
        match &self.place {
            Place::Pointer(pointer) => error.serialize_field(POINTER, pointer)?,
            Place::Parameter(name) => error.serialize_field(PARAMETER, name)?,
            Place::Header(name) => error.serialize_field(HEADER, name)?,
        }
        match &self.code {
            Some(code) => error.serialize_field(CODE, code)?,
            None => error.skip_field(CODE)?,
        }
        error.end()
    }
}

impl<'de> Deserialize<'de> for FieldError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = &[DETAIL, POINTER, PARAMETER, HEADER, CODE];
        deserializer.deserialize_struct("FieldError", names, FieldErrorVisitor)
    }
}

struct FieldErrorVisitor;

impl<'de> Visitor<'de> for FieldErrorVisitor {
    type Value = FieldError;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a detail and a place")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<FieldError, A::Error> {
        let mut detail = None;
        let mut place = None;
        let mut code = None;
        while let Some(name) = members.next_key::<Cow<'de, str>>()? {
            match &*name {
                DETAIL => detail = detail.or(members.next_value()?),
                POINTER => place = place.or(members.next_value::<Option<_>>()?.map(Place::Pointer)),
                PARAMETER => place = place.or(members.next_value::<Option<_>>()?.map(Place::Parameter)),
                HEADER => place = place.or(members.next_value::<Option<_>>()?.map(Place::Header)),
                CODE => code = code.or(members.next_value()?),
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        let place = place.unwrap_or_else(|| Place::Pointer(pointer::write([])));
        Ok(FieldError { place, detail: detail.unwrap_or_default(), code })
    }
}
