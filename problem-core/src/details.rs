//! [`ProblemDetails`], an owned problem details object.

pub(crate) mod escaped;
mod received;
pub(crate) mod stored;
#[cfg(feature = "xml")]
pub(crate) mod untyped;

use self::escaped::Escaped;
use self::received::Received;
use self::stored::{Extensions, Member, Text};
use crate::members::read_back;
use crate::read::KEEPS_DIGITS;
use crate::shared::member_name::is_standard;
use crate::shared::status::{self, is_error};
use crate::shared::type_uri::ABOUT_BLANK;
use crate::write::header::append_valid_header;
use crate::write::occurrence::write_standard_detail;
use crate::{Members, Problem, ProblemType};
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};
use std::fmt;

/// The result of reading an extension member.
pub(crate) enum Read<T> {
    Value(T),
    /// The value is of another type.
    WrongType,
    /// The value was read from XML, and its text may stand for several values of the type.
    #[cfg_attr(not(feature = "xml"), allow(dead_code, reason = "a value from JSON is never ambiguous"))]
    Ambiguous,
}

/// An owned problem details object (RFC 9457, section 3).
///
/// Use it for problems that you receive from a server and for problems that you create at run time.
/// It is also the result of [`to_details`](Problem::to_details), for a problem that you want to store or modify.
///
/// Every member is optional, and an absent member stays absent when the object is serialised.
/// As a [`Problem`], the object is always sent with `type`, `title`, `status` and `detail`.
///
/// A value is the size of a pointer, so a `Result` that holds it stays small.
///
/// # Received problems
///
/// A problem is *received* if it was read by [`from_json`](Self::from_json), `from_xml`,
/// [`from_response`](Self::from_response), `Deserialize` or an HTTP client.
/// It describes a failure of another service, and its members are not meant for your own clients.
///
/// A received problem is therefore sent as a plain 500: the methods of [`Problem`] reveal none of its members.
/// This holds whether you return it directly, in a [`Report`](crate::Report) or an `anyhow::Error`, or in a variant
/// under `other` or `transparent`.
/// The accessors, `Display`, `Debug`, `Serialize` and `==` do use the received members, so that you can log them.
///
/// Cloning a received problem or calling its `with_` methods does not change this.
/// To pass the problem on, call [`forwarding`](Self::forwarding).
///
/// Problems from [`new`](Self::new) and [`to_details`](Problem::to_details) are your own and are sent as they are.
/// So is an error that [`FromProblem`](crate::FromProblem) read into your own type: its attributes decide what is sent,
/// wherever the values came from.
///
/// The status code is 500 and not 502, because the response of the other service was valid HTTP.
/// Also, some proxies repeat a request if the response is a 502.
///
/// The guide describes [clients](crate::guide::clients) and
/// [gateways](crate::guide::clients#pass-a-problem-on-in-a-gateway).
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
///         r#"{"type":"https://example.com/probs/out-of-credit","#,
///         r#""title":"You do not have enough credit.","status":403,"#,
///         r#""detail":"Your current balance is 30, but that costs 50.","#,
///         r#""instance":"/account/12345/msgs/abc","balance":30}"#,
///     ),
/// );
/// ```
#[derive(Clone)]
pub struct ProblemDetails {
    members: Box<Parts>,
}

/// The members, with the state that is not part of the body.
#[derive(Clone, Default)]
pub(crate) struct Parts {
    /// The JSON that the members were read from, if parts of it are members.
    pub(crate) json: Box<str>,
    pub(crate) type_uri: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) status: Option<StatusCode>,
    pub(crate) detail: Option<Text>,
    pub(crate) instance: Option<Text>,
    pub(crate) extensions: Extensions,
    /// Whether the extension members were read from XML, where numbers and booleans are text, too.
    pub(crate) is_untyped: bool,
    /// Whether the members were received from another service, so that a plain 500 is sent instead of them.
    is_received: bool,
    /// The header fields to send.
    sent: Option<Box<HeaderMap>>,
    received: Option<Box<Received>>,
}

impl Parts {
    /// Collapses the white space of `type` and `instance` as XML Schema does for a URI (part 2, section 4.3.6).
    #[cfg(feature = "xml")]
    pub(crate) fn collapse(&mut self) {
        for uri in [&mut self.type_uri, &mut self.instance].into_iter().flatten() {
            let words: Vec<_> = uri.get(&self.json).split_ascii_whitespace().collect();
            *uri = words.join(" ").into();
        }
    }

    fn text<'a>(&'a self, member: Option<&'a Text>) -> Option<&'a str> {
        member.map(|text| text.get(&self.json))
    }

    fn extensions(&self) -> &Map<String, Value> {
        self.extensions.map(&self.json)
    }

    pub(crate) fn insert_extension(&mut self, name: String, value: Value) {
        self.extensions.insert(&self.json, name, value);
    }

    /// Returns `type` as it was set or received, or `about:blank` if it is absent.
    fn unresolved_type(&self) -> &str {
        self.text(self.type_uri.as_ref()).unwrap_or(ABOUT_BLANK)
    }
}

impl ProblemDetails {
    /// Returns a problem of type `about:blank` that has only a status code.
    ///
    /// A status code below 400 or above 599 is not an error; the problem is then sent with 500.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::new(StatusCode::NOT_FOUND);
    /// assert_eq!(details.status(), Some(StatusCode::NOT_FOUND));
    /// assert_eq!(details.type_uri(), "about:blank");
    /// assert_eq!(details.detail(), None);
    /// ```
    #[must_use]
    pub fn new(status: StatusCode) -> Self {
        Self { members: Box::new(Parts { status: Some(status), ..Parts::default() }) }
    }

    /// Sets the status code that the problem is sent with.
    ///
    /// It also replaces the status code of the response that the problem was read from:
    /// [`response_status`](Self::response_status) then returns `None`.
    ///
    /// # Examples
    ///
    /// A gateway passes a problem on with another status code:
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let upstream = http::Response::builder()
    ///     .status(404)
    ///     .header("content-type", "application/problem+json")
    ///     .body(r#"{"detail":"There is no such tenant."}"#)?;
    /// let received = ProblemDetails::from_response(&upstream)?;
    /// let details = received.forwarding(&[]).with_status(StatusCode::BAD_GATEWAY);
    /// assert_eq!(details.status(), Some(StatusCode::BAD_GATEWAY));
    /// assert_eq!(details.to_response().status(), 502);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// The text is stored and sent as it is.
    #[must_use]
    pub fn with_type(mut self, type_uri: impl Into<String>) -> Self {
        self.members.type_uri = Some(Text::Owned(type_uri.into()));
        if let Some(received) = &mut self.members.received {
            received.resolved_type = None;
        }
        self
    }

    /// Sets `title`, the name of the problem type, which is the same for every occurrence (RFC 9457, section 3.1.3).
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.members.title = Some(Text::Owned(title.into()));
        self
    }

    /// Sets `detail`, a human-readable explanation of this occurrence (RFC 9457, section 3.1.4).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.members.detail = Some(Text::Owned(detail.into()));
        self
    }

    /// Sets `instance`, a URI reference that identifies this occurrence (RFC 9457, section 3.1.5).
    ///
    /// If the text is not a URI reference, a response leaves the member out.
    #[must_use]
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.members.instance = Some(Text::Owned(instance.into()));
        if let Some(received) = &mut self.members.received {
            received.resolved_instance = None;
        }
        self
    }

    /// Sets the extension member `name`, replacing any earlier value (RFC 9457, section 3.2).
    ///
    /// This has no effect if `name` is a standard member, or if `value` fails to serialise or is nested more than 126
    /// levels deep.
    /// A `null` value is stored, but a response leaves it out.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::new(StatusCode::FORBIDDEN)
    ///     .with_extension("balance", &30)
    ///     .with_extension("accounts", &["/account/12345", "/account/67890"])
    ///     .with_extension("status", &200);
    /// assert_eq!(details.extension("balance"), Some(30));
    /// assert_eq!(details.extensions().len(), 2);
    /// assert_eq!(details.status(), Some(StatusCode::FORBIDDEN));
    /// ```
    #[must_use]
    pub fn with_extension<T: Serialize + ?Sized>(mut self, name: impl Into<String>, value: &T) -> Self {
        let name = name.into();
        if !is_standard(&name) {
            if let Some(value) = read_back(value) {
                self.members.insert_extension(name, value);
            }
        }
        self
    }

    /// Returns `type` exactly as it was set or received, or `about:blank` if it is absent.
    ///
    /// After [`resolve`](Self::resolve), a relative reference is returned as an absolute URI.
    /// Match on this type to distinguish [received problems](Self#received-problems).
    /// [`Problem::problem_type`] returns the type that a received problem would be sent as.
    #[must_use]
    pub fn type_uri(&self) -> &str {
        let resolved = self.members.received.as_ref().and_then(|received| received.resolved_type.as_deref());
        resolved.unwrap_or(self.members.unresolved_type())
    }

    /// Returns `title`, if present.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.members.text(self.members.title.as_ref())
    }

    /// Returns the `status` member, or else the status code of the response that the problem was read from.
    ///
    /// It is the code that the origin of the problem chose for this occurrence (RFC 9457, section 3.1.2).
    ///
    /// [`http_status`](Problem::http_status) returns the code that the problem is sent with.
    /// For a [received problem](Self#received-problems), that is 500.
    /// A problem that is [passed on](Self::forwarding) is sent with the code of its response, if that is known and an
    /// error, or else with this code.
    /// If this code is absent or not an error, the problem is sent with 500.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.members.status
    }

    /// Returns `detail`, if present.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.members.text(self.members.detail.as_ref())
    }

    /// Returns `instance`, if present.
    ///
    /// After [`resolve`](Self::resolve), a relative reference is returned as an absolute URI.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        let resolved =
            self.members.received.as_ref().and_then(|received| received.resolved_instance.as_deref());
        resolved.or(self.members.text(self.members.instance.as_ref()))
    }

    /// Returns all extension members (RFC 9457, section 3.2).
    #[must_use]
    pub fn extensions(&self) -> &Map<String, Value> {
        self.members.extensions()
    }

    /// Returns the extension member `name`, or `None` if it is absent or cannot be deserialised as a `T`.
    ///
    /// XML has no numbers or booleans, only text.
    /// If the problem was read from XML, each text in the member is therefore read as `T` requires.
    /// If `T` does not decide what a text means, this returns `None`.
    /// For example, an enum under serde's `untagged` that has a number and a `String` as variants refuses the text `5`.
    /// [Limits](crate::guide::limits#xml) describes such cases.
    ///
    /// # Examples
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
        match self.read_extension(name)? {
            Read::Value(value) => Some(value),
            Read::WrongType | Read::Ambiguous => None,
        }
    }

    /// Deserialises an extension member as a `T`, or returns `None` if it is absent.
    pub(crate) fn read_extension<T: DeserializeOwned>(&self, name: &str) -> Option<Read<T>> {
        let Parts { json, extensions, .. } = &*self.members;
        let json = match extensions.get(json, name)? {
            Member::Value(value) => return Some(self.read(value)),
            Member::Json(json) => json,
        };
        // A value that cannot be represented as a whole may have parts that can be.
        let direct = if *KEEPS_DIGITS { None } else { serde_json::from_str(json).ok() };
        let value = direct.or_else(|| T::deserialize(stored::value(json)).ok());
        Some(value.map_or(Read::WrongType, Read::Value))
    }

    /// Deserialises an extension member, or an object of several, as a `T`.
    pub(crate) fn read<T: DeserializeOwned>(&self, value: &Value) -> Read<T> {
        match self.members.is_untyped {
            #[cfg(feature = "xml")]
            true => untyped::read(value),
            _ => T::deserialize(value).map_or(Read::WrongType, Read::Value),
        }
    }

    /// Returns a received problem.
    pub(crate) fn from_received(members: Parts) -> Self {
        Self { members: Box::new(Parts { is_received: true, ..members }) }
    }

    /// Returns the members to send, or `None` for a received problem that is not passed on.
    fn sendable(&self) -> Option<&Parts> {
        (!self.members.is_received).then_some(&self.members)
    }
}

/// Compares the members as the accessors return them, and ignores the header fields and the status of the response.
///
/// An absent `type` equals `about:blank` (RFC 9457, section 4.2.1).
/// All other members are compared exactly.
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
        let members = &*self.members;
        f.debug_struct("ProblemDetails")
            .field("type", &members.text(members.type_uri.as_ref()))
            .field("title", &members.text(members.title.as_ref()))
            .field("status", &members.status)
            .field("detail", &members.text(members.detail.as_ref()))
            .field("instance", &members.text(members.instance.as_ref()))
            .field("extensions", members.extensions())
            .finish()
    }
}

/// Writes the status code, the title and the detail, as in `403 Out Of Credit: Your balance is 30.`
///
/// Without a title, it writes the phrase of the status code.
/// If the status code is absent or not an error, it writes the type URI as it was received.
///
/// The text fits on one line of a log: control characters, line breaks and bidirectional controls are escaped, as in
/// `\n` and `\u{202e}`.
impl fmt::Display for ProblemDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status().map(|status| status.as_u16());
        let phrase = status.filter(|code| is_error(*code)).map(status::phrase);
        if let Some(status) = status {
            write!(f, "{status} ")?;
        }
        // Do not write the resolved type: a template may send this text, and the URI may hold an internal address.
        Escaped(self.title().or(phrase).unwrap_or(self.members.unresolved_type())).fmt(f)?;
        match self.detail() {
            Some(detail) => write!(f, ": {}", Escaped(detail)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ProblemDetails {}

/// Sends a [received problem](ProblemDetails#received-problems) as a plain 500.
impl Problem for ProblemDetails {
    fn problem_type(&self) -> ProblemType<'_> {
        let Some(members) = self.sendable() else {
            return ProblemType::about_blank(StatusCode::INTERNAL_SERVER_ERROR);
        };
        // HTTP clients and proxies act on the code of the response, even if the `status` member differs from it.
        let status = self.response_status().filter(|status| is_error(status.as_u16())).or(members.status);
        let blank = ProblemType::about_blank(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
        let title = members.text(members.title.as_ref()).unwrap_or(blank.title());
        ProblemType::new(blank.status(), members.unresolved_type(), title)
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sendable().and_then(|members| members.text(members.detail.as_ref())) {
            Some(detail) => f.write_str(detail),
            None => write_standard_detail(f, self.http_status()),
        }
    }

    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instance = self.sendable().and_then(|members| members.text(members.instance.as_ref()));
        f.write_str(instance.unwrap_or_default())
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        for (name, value) in self.sendable().into_iter().flat_map(Parts::extensions) {
            members.member(name, value);
        }
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        let added = self.sendable().and_then(|members| members.sent.as_deref());
        for (name, value) in added.into_iter().flatten() {
            append_valid_header(headers, name.clone(), value.clone());
        }
    }
}

/// Serialises the members that are present, including extension members that are `null`.
///
/// The members of a [received problem](ProblemDetails#received-problems) are written as they were received, without
/// resolving `type` or `instance`.
impl Serialize for ProblemDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = &*self.members;
        let mut map = serializer.serialize_map(None)?;
        for (name, member) in [("type", &members.type_uri), ("title", &members.title)] {
            if let Some(text) = members.text(member.as_ref()) {
                map.serialize_entry(name, text)?;
            }
        }
        if let Some(status) = members.status {
            map.serialize_entry("status", &status.as_u16())?;
        }
        for (name, member) in [("detail", &members.detail), ("instance", &members.instance)] {
            if let Some(text) = members.text(member.as_ref()) {
                map.serialize_entry(name, text)?;
            }
        }
        for (name, value) in members.extensions() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
