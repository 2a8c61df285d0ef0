//! A problem details object that owns its members.

pub(crate) mod escaped;
mod received;
#[cfg(feature = "xml")]
mod untyped;

use self::escaped::Escaped;
use self::received::Received;
use crate::members::read_back;
use crate::shared::member_name::is_standard;
use crate::shared::status::{self, is_error};
use crate::shared::type_uri::ABOUT_BLANK;
use crate::write::header::append_static_header;
use crate::write::occurrence::write_standard_detail;
use crate::{Members, Problem, ProblemType};
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};
use std::fmt;

/// A problem details object that owns its members (RFC 9457, section 3).
///
/// It is for problems received from a server, for those made at run time, and for those to be kept or changed after
/// [`to_details`](Problem::to_details).
/// Every member may be absent, and what is absent stays absent when it is serialised;
/// as a [`Problem`] it is sent with all four of `type`, `title`, `status` and `detail`.
///
/// It is the size of a pointer, so that a `Result` which holds it stays small.
///
/// # Received problems
///
/// A problem that was read, by [`from_json`](Self::from_json), `from_xml`, [`from_response`](Self::from_response),
/// `Deserialize` or an HTTP client, describes a failure of some other service.
/// Its detail, its members and its type are not meant for your own clients.
/// So as a [`Problem`] it is a plain 500, whether you return it directly, in a [`Report`](crate::Report) or an
/// `anyhow::Error`, or in a variant under `other` or `transparent`: the methods of `Problem` show nothing that was
/// received.
/// The accessors, `Display`, `Debug`, `Serialize` and `==` do, and so your log has all of it.
///
/// Clones and the `with_` methods do not change that.
/// To pass the problem on, call [`forwarding`](Self::forwarding).
/// Problems from [`new`](Self::new) and [`to_details`](Problem::to_details) are your own and are sent as they are.
/// So is an error that [`FromProblem`](crate::FromProblem) read into a type of your own: its attributes name what is
/// sent, wherever the values came from.
///
/// The status is 500 and not 502, since the answer of the other service was valid HTTP, and since some proxies repeat
/// a request that was answered with 502.
///
/// # Examples
///
/// ```
/// use http::StatusCode;
/// use problem_core::{Problem, ProblemDetails};
///
/// let details = ProblemDetails::new(StatusCode::FORBIDDEN)
///     .with_type("https://example.com/probs/out-of-credit")
///     .with_title("You do not have enough credit.")
///     .with_detail("Your current balance is 30, but that costs 50.")
///     .with_instance("/account/12345/msgs/abc")
///     .with_extension("balance", &30);
///
/// assert_eq!(
///     details.to_json(),
///     concat!(
///         r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","#,
///         r#""status":403,"detail":"Your current balance is 30, but that costs 50.","#,
///         r#""instance":"/account/12345/msgs/abc","balance":30}"#,
///     ),
/// );
/// ```
#[derive(Clone)]
pub struct ProblemDetails {
    members: Box<Parts>,
}

/// The members, and what goes with them beside the body.
#[derive(Clone, Default)]
pub(crate) struct Parts {
    pub(crate) type_uri: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) status: Option<StatusCode>,
    pub(crate) detail: Option<String>,
    pub(crate) instance: Option<String>,
    pub(crate) extensions: Map<String, Value>,
    /// Whether the extension members are from XML, and so text that may stand for something else.
    pub(crate) is_untyped: bool,
    /// Whether they were read from outside. They are then for reading, and what is sent is a plain 500.
    is_received: bool,
    /// The header fields to send.
    sent: Option<Box<HeaderMap>>,
    received: Option<Box<Received>>,
}

impl Parts {
    /// Returns `type` as it was set or received, or `about:blank` if it is absent.
    fn unresolved_type(&self) -> &str {
        self.type_uri.as_deref().unwrap_or(ABOUT_BLANK)
    }
}

impl ProblemDetails {
    /// Returns a problem of type `about:blank` with nothing but a status code.
    ///
    /// A status code that is not an error, below 400 or above 599, becomes 500 when it is sent as a response.
    #[must_use]
    pub fn new(status: StatusCode) -> Self {
        Self { members: Box::new(Parts { status: Some(status), ..Parts::default() }) }
    }

    /// Sets the status code, also over that of the response that this was read from.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.members.status = Some(status);
        if let Some(received) = &mut self.members.received {
            received.status = None;
        }
        self
    }

    /// Sets `type`, a URI reference that identifies the problem type (RFC 9457, section 3.1.1).
    ///
    /// It is kept and sent as it is.
    #[must_use]
    pub fn with_type(mut self, type_uri: impl Into<String>) -> Self {
        self.members.type_uri = Some(type_uri.into());
        if let Some(received) = &mut self.members.received {
            received.resolved_type = None;
        }
        self
    }

    /// Sets `title`, which names the problem type and is the same for each of its occurrences
    /// (RFC 9457, section 3.1.3).
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.members.title = Some(title.into());
        self
    }

    /// Sets `detail`, the explanation of this occurrence for people (RFC 9457, section 3.1.4).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.members.detail = Some(detail.into());
        self
    }

    /// Sets `instance`, a URI reference that identifies this occurrence (RFC 9457, section 3.1.5).
    ///
    /// A response leaves out what is not a URI reference.
    #[must_use]
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.members.instance = Some(instance.into());
        if let Some(received) = &mut self.members.received {
            received.resolved_instance = None;
        }
        self
    }

    /// Sets the extension member `name` (RFC 9457, section 3.2), over an earlier one of that name.
    ///
    /// Nothing changes if `name` is one of the standard members, or if `value` fails to serialise or is nested more
    /// than 126 levels deep.
    /// A value that is `null` is kept, and left out of a response.
    #[must_use]
    pub fn with_extension<T: Serialize + ?Sized>(mut self, name: impl Into<String>, value: &T) -> Self {
        let name = name.into();
        if !is_standard(&name) {
            if let Some(value) = read_back(value) {
                self.members.extensions.insert(name, value);
            }
        }
        self
    }

    /// Returns `type` exactly as it was set or received, or `about:blank` if it is absent.
    ///
    /// After [`resolve`](Self::resolve), a relative one is the absolute URI that it stands for.
    /// Of a [received problem](Self#received-problems), this is the type to match on; [`Problem::problem_type`] is what
    /// it would be sent as.
    #[must_use]
    pub fn type_uri(&self) -> &str {
        let resolved = self.members.received.as_ref().and_then(|received| received.resolved_type.as_deref());
        resolved.unwrap_or(self.members.unresolved_type())
    }

    /// Returns `title`, if present.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.members.title.as_deref()
    }

    /// Returns the `status` member, if present, or else the status code of the response that this was read from.
    ///
    /// It is the code that the origin of the problem had in mind (RFC 9457, section 3.1.2).
    /// It is not what this is sent with: that is [`http_status`](Problem::http_status), which is 500 for a
    /// [received problem](Self#received-problems). One that is [passed on](Self::forwarding) has the code of its
    /// response, if that is known and an error, or else this one, or else 500.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.members.status
    }

    /// Returns `detail`, if present.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.members.detail.as_deref()
    }

    /// Returns `instance`, if present.
    ///
    /// After [`resolve`](Self::resolve), a relative one is the absolute URI that it stands for.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        let resolved =
            self.members.received.as_ref().and_then(|received| received.resolved_instance.as_deref());
        resolved.or(self.members.instance.as_deref())
    }

    /// Returns all extension members.
    #[must_use]
    pub fn extensions(&self) -> &Map<String, Value> {
        &self.members.extensions
    }

    /// Returns the extension member `name`, or `None` if it is absent or not a `T`.
    ///
    /// Where this was read from XML, which has nothing but text, a text is read as whatever `T` asks for.
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::new(StatusCode::FORBIDDEN).with_extension("balance", &30);
    /// assert_eq!(details.extension::<u32>("balance"), Some(30));
    /// assert_eq!(details.extension::<String>("balance"), None);
    /// assert_eq!(details.extension::<u32>("cost"), None);
    /// ```
    #[must_use]
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.read(self.members.extensions.get(name)?)
    }

    /// Reads an extension member, or several, as a type.
    pub(crate) fn read<T: DeserializeOwned>(&self, value: &Value) -> Option<T> {
        match self.members.is_untyped {
            #[cfg(feature = "xml")]
            true => untyped::read(value),
            _ => T::deserialize(value).ok(),
        }
    }

    /// Returns a problem that was read from outside.
    pub(crate) fn from_received(members: Parts) -> Self {
        Self { members: Box::new(Parts { is_received: true, ..members }) }
    }

    /// Returns the members to send; `None` if they are somebody else's and not passed on.
    fn sendable(&self) -> Option<&Parts> {
        (!self.members.is_received).then_some(&self.members)
    }
}

/// The members are compared as the accessors show them, and nothing beside the body.
///
/// An absent `type` equals `about:blank` (RFC 9457, section 4.2.1); all else is compared as it is.
impl PartialEq for ProblemDetails {
    fn eq(&self, other: &Self) -> bool {
        self.type_uri() == other.type_uri()
            && self.title() == other.title()
            && self.status() == other.status()
            && self.detail() == other.detail()
            && self.instance() == other.instance()
            && self.extensions() == other.extensions()
    }
}

impl Eq for ProblemDetails {}

impl fmt::Debug for ProblemDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { type_uri, title, status, detail, instance, extensions, .. } = &*self.members;
        f.debug_struct("ProblemDetails")
            .field("type", type_uri)
            .field("title", title)
            .field("status", status)
            .field("detail", detail)
            .field("instance", instance)
            .field("extensions", extensions)
            .finish()
    }
}

/// The status code, the title and the detail: `403 Out Of Credit: Your balance is 30.`
///
/// Without a title it is the phrase of an error status, or else the type URI as it was received.
///
/// The text fits on one line of a log: control characters, line breaks and bidirectional controls in it are escaped,
/// as in `\n` and `\u{202e}`.
impl fmt::Display for ProblemDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status().map(|status| status.as_u16());
        let phrase = status.filter(|code| is_error(*code)).map(status::phrase);
        if let Some(status) = status {
            write!(f, "{status} ")?;
        }
        // As it was received: a template may send this text.
        Escaped(self.title().or(phrase).unwrap_or(self.members.unresolved_type())).fmt(f)?;
        match self.detail() {
            Some(detail) => write!(f, ": {}", Escaped(detail)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ProblemDetails {}

/// A [received problem](ProblemDetails#received-problems) is sent as a plain 500.
impl Problem for ProblemDetails {
    fn problem_type(&self) -> ProblemType<'_> {
        let Some(members) = self.sendable() else {
            return ProblemType::about_blank(StatusCode::INTERNAL_SERVER_ERROR);
        };
        // Where the two differ, HTTP goes by that of the response.
        let status = self.response_status().filter(|status| is_error(status.as_u16())).or(members.status);
        let blank = ProblemType::about_blank(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
        let title = members.title.as_deref().unwrap_or(blank.title());
        ProblemType::new(blank.status(), members.unresolved_type(), title)
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sendable().and_then(|members| members.detail.as_deref()) {
            Some(detail) => f.write_str(detail),
            None => write_standard_detail(f, self.http_status()),
        }
    }

    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instance = self.sendable().and_then(|members| members.instance.as_deref());
        f.write_str(instance.unwrap_or_default())
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        for (name, value) in self.sendable().into_iter().flat_map(|members| &members.extensions) {
            members.member(name, value);
        }
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        let added = self.sendable().and_then(|members| members.sent.as_deref());
        for (name, value) in added.into_iter().flatten() {
            append_static_header(headers, name.clone(), value.clone());
        }
    }
}

/// Serialises the members that are present, a `null` extension member included.
///
/// Those of a [received problem](ProblemDetails#received-problems) are written as they were received: `type` and
/// `instance` are not resolved.
impl Serialize for ProblemDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Parts { type_uri, title, status, detail, instance, extensions, .. } = &*self.members;
        let mut map = serializer.serialize_map(None)?;
        for (name, member) in [("type", type_uri), ("title", title)] {
            if let Some(text) = member {
                map.serialize_entry(name, text)?;
            }
        }
        if let Some(status) = status {
            map.serialize_entry("status", &status.as_u16())?;
        }
        for (name, member) in [("detail", detail), ("instance", instance)] {
            if let Some(text) = member {
                map.serialize_entry(name, text)?;
            }
        }
        for (name, value) in extensions {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
