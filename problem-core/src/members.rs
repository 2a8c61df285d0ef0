//! [`Members`], the writer of extension members.

mod flatten;
mod names;
mod value;

pub(crate) use self::value::JSON_TEXT;

use self::names::Names;
use self::value::Unsendable;
use crate::shared::escape::escape;
use crate::shared::member_name::is_standard;
use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::fmt;
use std::ops::Range;

/// The writer of a problem's extension members (RFC 9457, section 3.2).
///
/// Every name is written once: the standard members cannot be overwritten, and the first of several members with the
/// same name is kept.
/// A member is left out as a whole if it cannot be serialised or if it serialises to `null`.
///
/// [`Problem::write_extensions`](crate::Problem::write_extensions) receives one.
///
/// # Examples
///
/// A wrapper that adds a member to any problem:
///
/// ```
/// use problem_core::{Members, Problem, ProblemType};
/// use std::fmt;
///
/// #[derive(Debug)]
/// struct Traced<E> {
///     error: E,
///     trace_id: u64,
/// }
///
/// # impl<E: fmt::Display> fmt::Display for Traced<E> {
/// #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
/// #         self.error.fmt(f)
/// #     }
/// # }
/// # impl<E: std::error::Error> std::error::Error for Traced<E> {}
/// impl<E: Problem> Problem for Traced<E> {
///     fn problem_type(&self) -> ProblemType<'_> {
///         self.error.problem_type()
///     }
///
///     fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.error.fmt_detail(f)
///     }
///
///     fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.error.fmt_instance(f)
///     }
///
///     fn write_extensions(&self, members: &mut Members<'_>) {
///         self.error.write_extensions(members);
///         members.member("trace_id", &self.trace_id);
///     }
///
///     fn write_headers(&self, headers: &mut http::HeaderMap) {
///         self.error.write_headers(headers);
///     }
/// }
/// # let error = problem_core::ProblemDetails::new(http::StatusCode::GONE);
/// # let traced = Traced { error, trace_id: 7 };
/// # assert_eq!(traced.to_details().extension("trace_id"), Some(7));
/// ```
pub struct Members<'a> {
    json: &'a mut Vec<u8>,
    names: Names,
}

impl<'a> Members<'a> {
    /// Writes the member `name`.
    ///
    /// The member is left out if `name` is a standard member or has already been written.
    /// It is also left out if `value` fails to serialise, is nested more than 126 levels deep, or serialises to `null`,
    /// as `None` and NaN do.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if !is_standard(name) {
            self.write(Names::contains, |json| write_key(json, name), |json| value::write(json, value));
        }
    }

    /// Writes each entry of a map or struct as a separate member.
    ///
    /// Each entry follows the rules of [`member`](Self::member).
    /// An entry is left out if its key is not a string, a number, a boolean or a unit variant.
    /// A value that has no entries, such as a number or a sequence, writes nothing.
    /// If serialisation fails midway, entries already written are kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Members, Problem, ProblemType};
    /// use std::collections::BTreeMap;
    /// # use std::fmt;
    ///
    /// #[derive(Debug)]
    /// struct Rejected(BTreeMap<&'static str, u32>);
    /// # impl fmt::Display for Rejected {
    /// #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    /// #         f.write_str("rejected")
    /// #     }
    /// # }
    /// # impl std::error::Error for Rejected {}
    ///
    /// impl Problem for Rejected {
    ///     fn problem_type(&self) -> ProblemType<'_> {
    ///         ProblemType::about_blank(StatusCode::CONFLICT)
    ///     }
    ///
    ///     fn write_extensions(&self, members: &mut Members<'_>) {
    ///         members.flatten(&self.0);
    ///     }
    /// }
    ///
    /// let rejected = Rejected(BTreeMap::from([("used", 3), ("status", 200)]));
    /// assert_eq!(rejected.to_details().extensions().len(), 1);
    /// assert_eq!(rejected.to_details().extension("used"), Some(3));
    /// ```
    pub fn flatten<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.flatten_around(value, &[]);
    }

    /// Works like [`flatten`](Self::flatten), but leaves out entries with a name in `declared`.
    ///
    /// Those names belong to fields, which take precedence even if they are written later or left out.
    pub(crate) fn flatten_around<T: Serialize + ?Sized>(&mut self, value: &T, declared: &[&str]) {
        flatten::flatten(self, declared, value);
    }

    /// Begins the members that one variant declares, whose names the derive has checked.
    ///
    /// Members of other problems must be written before this call or after all of the variant's own.
    pub(crate) fn begin_declared(&mut self) {
        self.names.begin_group();
    }

    /// Works like [`member`](Self::member), for one of the declared members; `key` is `,"name":`.
    pub(crate) fn declared<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        let write_key = |json: &mut Vec<u8>| json.extend_from_slice(key.as_bytes());
        self.write(Names::contains_from_group, write_key, |json| value::write(json, value));
    }

    /// Works like [`declared`](Self::declared), for a member that is known as a whole: `,"name":value`.
    pub(crate) fn declared_constant(&mut self, member: &str, name_length: usize) {
        self.write_whole(Names::contains_from_group, member.as_bytes(), name_length);
    }

    /// Writes a member that [`Members`] has written to another buffer as a whole: `,"name":value`.
    #[cfg(feature = "tower")]
    pub(crate) fn written(&mut self, member: &[u8], name_length: usize) {
        self.write_whole(Names::contains, member, name_length);
    }

    /// Writes the entry of a value that serialises to an object with exactly one entry.
    fn only_entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if is_standard(name) {
            return;
        }
        let (mut object, mut key) = (Vec::new(), Vec::new());
        if value::write(&mut object, value).is_err() {
            return;
        }
        write_key(&mut key, name);
        key[0] = b'{';
        let Some(entry) = object.strip_prefix(&*key).and_then(|rest| rest.strip_suffix(b"}")) else { return };
        let write_entry = |json: &mut Vec<u8>| {
            json.extend_from_slice(entry);
            // The impl may serialise differently from call to call, and may have written more than one entry.
            serde_json::from_slice::<IgnoredAny>(entry).map(|_| ()).map_err(|_| Unsendable)
        };
        self.write(Names::contains, |json| write_key(json, name), write_entry);
    }

    /// Returns a writer that appends each member to `json`, with a comma before it.
    pub(crate) fn new(json: &'a mut Vec<u8>) -> Self {
        Self { json, names: Names::new() }
    }

    fn write_whole(
        &mut self,
        is_taken: impl FnOnce(&Names, &[u8], Range<usize>) -> bool,
        member: &[u8],
        name_length: usize,
    ) {
        let Self { json, names } = self;
        let before = json.len();
        json.extend_from_slice(member);
        let name = before + 2..before + 2 + name_length;
        if is_taken(names, json, name.clone()) {
            json.truncate(before);
        } else {
            names.insert(json, name);
        }
    }

    /// Writes `,"name":` and a value, or removes both again if the member must be left out.
    fn write(
        &mut self,
        is_taken: impl FnOnce(&Names, &[u8], Range<usize>) -> bool,
        key: impl FnOnce(&mut Vec<u8>),
        value: impl FnOnce(&mut Vec<u8>) -> Result<(), Unsendable>,
    ) {
        let Self { json, names } = self;
        let before = json.len();
        key(json);
        let start = json.len();
        let name = before + 2..start - 2;
        if is_taken(names, json, name.clone()) || value(json).is_err() || json[start..] == *b"null" {
            json.truncate(before);
        } else {
            names.insert(json, name);
        }
    }
}

impl fmt::Debug for Members<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Members").finish_non_exhaustive()
    }
}

/// Returns a value as a client reads it, or `None` if it cannot be sent.
///
/// The value is serialised and read again, so that a number has the value that a client would get.
pub(crate) fn read_back<T: Serialize + ?Sized>(value: &T) -> Option<Value> {
    let mut json = Vec::new();
    value::write(&mut json, value).ok()?;
    serde_json::from_slice(&json).ok()
}

fn write_key(json: &mut Vec<u8>, name: &str) {
    json.extend_from_slice(b",\"");
    escape(json, name);
    json.extend_from_slice(b"\":");
}
