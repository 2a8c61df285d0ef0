//! Extension members, as they are written.

mod flatten;
mod names;

use self::names::Names;
use crate::json::escape;
use crate::standard::is_standard;
use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use std::fmt;

/// Where a problem writes its extension members (RFC 9457, section 3.2).
///
/// A name goes out once: the standard members cannot be overwritten, and of several members with one name the first
/// is kept.
/// A member that cannot be serialised, or comes out as `null`, is left out, and nothing of it stays behind.
///
/// # Examples
///
/// A wrapper that adds a member to whatever problem it holds:
///
/// ```
/// use problem_core::{Members, Problem, ProblemType};
/// # use std::fmt;
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
///     fn write_extensions(&self, members: &mut Members<'_>) {
///         self.error.write_extensions(members);
///         members.member("trace_id", &self.trace_id);
///     }
/// }
/// # let error = problem_core::ProblemDetails::new(http::StatusCode::GONE);
/// # let traced = Traced { error, trace_id: 7 };
/// # assert_eq!(traced.to_details().extension("trace_id"), Some(7));
/// ```
pub struct Members<'a> {
    sink: Sink<'a>,
}

enum Sink<'a> {
    Body { json: &'a mut Vec<u8>, names: Names },
    Details(&'a mut Map<String, Value>),
}

impl<'a> Members<'a> {
    /// Writes the member `name`.
    ///
    /// It is left out if `name` is one of the standard members or already written, and if `value` fails to
    /// serialise or comes out as `null` (as `None` and a NaN do).
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if is_standard(name) {
            return;
        }
        match &mut self.sink {
            Sink::Body { json, names } => {
                let before = json.len();
                json.extend_from_slice(b",\"");
                escape(json, name);
                json.extend_from_slice(b"\":");
                write_to_body(json, names, before, value);
            }
            Sink::Details(extensions) => write_to_details(extensions, name, value),
        }
    }

    /// Writes each entry of a map or struct as a member of its own.
    ///
    /// An entry follows the rules of [`member`](Self::member); a key that is not a string, a number, a boolean or a
    /// unit variant leaves its entry out.
    /// What has no entries, such as a number or a sequence, writes nothing, and of what fails midway the entries before
    /// are kept.
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

    /// As [`flatten`](Self::flatten), leaving out the names in `declared`: those belong to fields, which win even
    /// when they come later or are left out.
    pub(crate) fn flatten_around<T: Serialize + ?Sized>(&mut self, value: &T, declared: &[&str]) {
        flatten::flatten(self, declared, value);
    }

    /// As [`member`](Self::member) for a name that the derive has checked; `key` is `,"name":`.
    pub(crate) fn declared<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        match &mut self.sink {
            Sink::Body { json, names } => {
                let before = json.len();
                json.extend_from_slice(key.as_bytes());
                write_to_body(json, names, before, value);
            }
            Sink::Details(extensions) => write_to_details(extensions, &key[2..key.len() - 2], value),
        }
    }

    pub(crate) fn of_body(json: &'a mut Vec<u8>) -> Self {
        Self { sink: Sink::Body { json, names: Names::new() } }
    }

    pub(crate) fn of_details(extensions: &'a mut Map<String, Value>) -> Self {
        Self { sink: Sink::Details(extensions) }
    }
}

impl fmt::Debug for Members<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Members").finish_non_exhaustive()
    }
}

/// What a client reads of a value; `None` if nothing is sent of it.
///
/// It goes by way of the text, so that a number is read as a client would read it.
pub(crate) fn read_back<T: Serialize + ?Sized>(value: &T) -> Option<Value> {
    serde_json::to_vec(value).and_then(|json| serde_json::from_slice(&json)).ok()
}

/// Finishes the member whose `,"name":` stands in `json` after `before`, or takes it back.
fn write_to_body<T: Serialize + ?Sized>(json: &mut Vec<u8>, names: &mut Names, before: usize, value: &T) {
    let value_start = json.len();
    let name = before + 2..value_start - 2;
    if names.contains(json, name.clone())
        || value.serialize(&mut serde_json::Serializer::new(&mut *json)).is_err()
        || !is_sound(&json[value_start..])
    {
        json.truncate(before);
    } else {
        names.insert(json, name);
    }
}

/// Whether what has been serialised can be sent.
///
/// An array or object can be broken, by an impl of `Serialize` that goes on after an error, and too deep to be read.
fn is_sound(json: &[u8]) -> bool {
    match json {
        b"null" => false,
        [b'[' | b'{', ..] => depth(json) <= MAX_DEPTH && serde_json::from_slice::<IgnoredAny>(json).is_ok(),
        _ => true,
    }
}

/// How deep a member may be nested: within the object of the problem, as deep as serde_json reads.
const MAX_DEPTH: usize = 126;

/// How many arrays and objects lie within one another.
fn depth(json: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Keeps what [`write_to_body`] would have written.
fn write_to_details<T: Serialize + ?Sized>(extensions: &mut Map<String, Value>, name: &str, value: &T) {
    if extensions.contains_key(name) {
        return;
    }
    match serde_json::to_vec(value) {
        Ok(json) if is_sound(&json) => {
            if let Ok(value) = serde_json::from_slice(&json) {
                extensions.insert(name.to_owned(), value);
            }
        }
        _ => {}
    }
}
