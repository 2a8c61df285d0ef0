//! Errors in the fields of a request, which a problem lists in its member `errors`.
//!
//! RFC 9457, section 3, has an example of such a list.
//! Each error has a detail, and says where in the request it is.

mod field_error;
#[cfg(feature = "serde-path-to-error-01")]
mod path_to_error;
mod pointer;

pub use self::field_error::{FieldError, FieldPlace};
pub use self::pointer::Step;

use self::field_error::Place;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::vec;

/// A list of errors in the fields of a request.
///
/// It serialises to a list of objects.
/// Each object has a `detail`, one of `pointer`, `parameter` and `header`, and a `code` if it was set.
///
/// Iterating and serialising sort the list by place and then by detail, so that equal errors give equal bodies.
/// Errors in the body come first, then those in parameters, then those in header fields.
///
/// An empty list is sent as `[]`.
///
/// # Examples
///
/// ```
/// use problem_core::Problem;
/// use problem_core::validation::{FieldErrors, Step};
///
/// #[derive(Debug, thiserror::Error, Problem)]
/// #[error("invalid profile")]
/// #[problem(status = 422, detail = "The profile is not valid.")]
/// struct InvalidProfile {
///     #[problem(extension)]
///     errors: FieldErrors,
/// }
///
/// let mut errors = FieldErrors::default();
/// errors.body([Step::Name("profile"), Step::Name("color")], "must be 'green', 'red' or 'blue'");
/// errors.body([Step::Name("age")], "must be a positive integer").set_code("positive");
/// errors.parameter("page", "must not be 0");
///
/// assert_eq!(
///     InvalidProfile { errors }.to_json(),
///     concat!(
///         r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"#,
///         r#""detail":"The profile is not valid.","errors":["#,
///         r##"{"detail":"must be a positive integer","pointer":"#/age","code":"positive"},"##,
///         r##"{"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"},"##,
///         r#"{"detail":"must not be 0","parameter":"page"}]}"#,
///     ),
/// );
/// ```
#[derive(Clone, Debug, Default)]
pub struct FieldErrors {
    /// In the order of insertion: sorting would move the error that `body` and the others return a reference to.
    errors: Vec<FieldError>,
}

impl FieldErrors {
    /// Adds an error in the body of the request, at the end of a path from the root of the document.
    ///
    /// An empty path means the whole document.
    /// The pointer is the fragment of a URI (RFC 6901, section 6).
    /// `detail` is sent to the client as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::validation::{FieldErrors, FieldPlace, Step};
    ///
    /// let mut errors = FieldErrors::default();
    /// let error = errors.body([Step::Name("rates"), Step::Name("EUR/€"), Step::Index(2)], "must not be 0");
    /// assert_eq!(error.place(), FieldPlace::Pointer("#/rates/EUR~1%E2%82%AC/2"));
    /// ```
    pub fn body<'a>(
        &mut self,
        path: impl IntoIterator<Item = Step<'a>>,
        detail: impl Into<Cow<'static, str>>,
    ) -> &mut FieldError {
        self.add(Place::Pointer(pointer::write(path)), detail.into())
    }

    /// Adds an error in a parameter of the query or the path.
    pub fn parameter(&mut self, name: &str, detail: impl Into<Cow<'static, str>>) -> &mut FieldError {
        self.add(Place::Parameter(name.to_owned()), detail.into())
    }

    /// Adds an error in a header field.
    pub fn header(&mut self, name: &str, detail: impl Into<Cow<'static, str>>) -> &mut FieldError {
        self.add(Place::Header(name.to_owned()), detail.into())
    }

    /// Renames the fields in all pointers and parameters.
    ///
    /// Use it if the errors have the names of the Rust fields, and the client knows them by other names.
    /// Indexes of arrays and names of header fields stay as they are.
    /// A member whose name consists of digits is taken for an index.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::validation::{FieldErrors, FieldPlace, Step};
    /// use std::borrow::Cow;
    ///
    /// let mut errors = FieldErrors::default();
    /// errors.body([Step::Name("user_name")], "must not be empty");
    ///
    /// let errors = errors.rename(|name| match name {
    ///     "user_name" => Cow::Borrowed("userName"),
    ///     other => Cow::Borrowed(other),
    /// });
    /// let error = errors.into_iter().next().expect("one error");
    /// assert_eq!(error.place(), FieldPlace::Pointer("#/userName"));
    /// ```
    #[must_use]
    pub fn rename(mut self, name: impl Fn(&str) -> Cow<'_, str>) -> Self {
        for error in &mut self.errors {
            error.rename(&name);
        }
        self
    }

    /// Iterates over the errors, sorted by place and then by detail.
    #[must_use]
    pub fn iter(&self) -> vec::IntoIter<&FieldError> {
        let mut sorted: Vec<_> = self.errors.iter().collect();
        sorted.sort();
        sorted.into_iter()
    }

    /// Returns whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    fn add(&mut self, place: Place, detail: Cow<'static, str>) -> &mut FieldError {
        let index = self.errors.len();
        self.errors.push(FieldError::new(place, detail));
        &mut self.errors[index]
    }
}

impl PartialEq for FieldErrors {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl Eq for FieldErrors {}

impl FromIterator<FieldError> for FieldErrors {
    fn from_iter<I: IntoIterator<Item = FieldError>>(errors: I) -> Self {
        Self { errors: errors.into_iter().collect() }
    }
}

/// Iterates over the errors, sorted by place and then by detail.
impl IntoIterator for FieldErrors {
    type Item = FieldError;
    type IntoIter = vec::IntoIter<FieldError>;

    fn into_iter(mut self) -> vec::IntoIter<FieldError> {
        self.errors.sort();
        self.errors.into_iter()
    }
}

/// Iterates over the errors, sorted by place and then by detail.
impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = vec::IntoIter<&'a FieldError>;

    fn into_iter(self) -> vec::IntoIter<&'a FieldError> {
        self.iter()
    }
}

impl Serialize for FieldErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// Ignores members that this crate does not know.
/// An error without a place counts as one in the whole document.
impl<'de> Deserialize<'de> for FieldErrors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { errors: Vec::deserialize(deserializer)? })
    }
}
