//! The parts of a received response that are not in its body: the status code, the header fields and the URL.

use super::ProblemDetails;
use super::stored::Text;
use crate::retry_after::retry_after;
use crate::uri;
use crate::write::header::append_valid_header;
use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use std::sync::LazyLock;
use std::time::Duration;

#[derive(Clone, Default)]
pub(super) struct Received {
    pub(super) status: Option<StatusCode>,
    headers: HeaderMap,
    /// The body of a response that a [`CallError`](crate::client::CallError) was made of.
    body: Option<Bytes>,
    /// The URI that relative references were resolved against, as [`uri::base`] returns it.
    base: Option<String>,
    /// A relative `type`, resolved. It may hold an internal address, so it is not sent.
    pub(super) resolved_type: Option<String>,
    /// A relative `instance`, resolved. It is not sent either.
    pub(super) resolved_instance: Option<String>,
}

static NO_HEADERS: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);

impl ProblemDetails {
    /// Returns the header fields of the response that the problem was read from.
    ///
    /// The map is empty if the problem was not read from a response.
    /// None of these fields is sent, except those that you name in a call to [`forwarding`](Self::forwarding).
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.members.received.as_ref().map_or(&*NO_HEADERS, |received| &received.headers)
    }

    /// Returns how long to wait before the next attempt (RFC 9110, section 10.2.3).
    ///
    /// The time comes from the `Retry-After` field of the response that the problem was read from.
    /// A date in that field counts from the `Date` of the response, or from the current time if there is no `Date`.
    /// A date in the past yields zero.
    ///
    /// The server chooses the time, and it can be too long to add to an `Instant` or a `SystemTime`.
    /// Limit it first.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    /// use std::time::Duration;
    ///
    /// let response = http::Response::builder()
    ///     .status(503)
    ///     .header("content-type", "application/problem+json")
    ///     .header("date", "Fri, 31 Dec 1999 23:59:00 GMT")
    ///     .header("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT")
    ///     .body("{}")?;
    /// let details = ProblemDetails::from_response(&response)?;
    /// assert_eq!(details.retry_after(), Some(Duration::from_secs(59)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// Returns the status code of the response that the problem was read from, if it was read from one.
    ///
    /// Caches, proxies and retrying clients act on this code, whatever [`status`](Self::status) returns.
    ///
    /// A [received problem](Self#received-problems) is not sent with this code unless it is
    /// [passed on](Self::forwarding).
    #[must_use]
    pub fn response_status(&self) -> Option<StatusCode> {
        self.members.received.as_ref()?.status
    }

    /// Returns whether the status code of the response differs from the `status` member of its body.
    ///
    /// A proxy can cause such a mismatch by changing only one of the two (RFC 9457, sections 3.1.2 and 5).
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let response = http::Response::builder()
    ///     .status(502)
    ///     .header("content-type", "application/problem+json")
    ///     .body(r#"{"status":404}"#)?;
    /// let details = ProblemDetails::from_response(&response)?;
    /// assert_eq!(details.status(), Some(http::StatusCode::NOT_FOUND));
    /// assert_eq!(details.response_status(), Some(http::StatusCode::BAD_GATEWAY));
    /// assert!(details.status_mismatch());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn status_mismatch(&self) -> bool {
        self.response_status().is_some_and(|status| self.status() != Some(status))
    }

    /// Adds a header field, which is sent with the problem.
    ///
    /// A field that describes the body or the connection is not sent, because the server sets these fields.
    /// A `content-type` that is added here is not sent either.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::{HeaderValue, StatusCode, header};
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let details = ProblemDetails::new(StatusCode::UNAUTHORIZED)
    ///     .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    /// assert_eq!(details.to_response().headers()["www-authenticate"], "Bearer");
    /// ```
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        append_valid_header(self.members.sent.get_or_insert_default(), name, value);
        self
    }

    /// Passes a [received problem](Self#received-problems) on to your own clients.
    ///
    /// All members are sent, together with the header fields of the received response that `names` lists.
    /// Call this only for a service whose problems your clients may see.
    /// Without this call, the problem is sent as a plain 500.
    ///
    /// `type` and `instance` are sent as they were received; a relative reference is not [resolved](Self::resolve).
    ///
    /// A named field replaces the values that [`with_header`](Self::with_header) added under the same name.
    /// A 401 requires `WWW-Authenticate` and a 407 requires `Proxy-Authenticate` (RFC 9110, sections 15.5.2 and
    /// 15.5.8): name the field here, or add one of your own.
    ///
    /// To send a problem of your own that you stored or read from your own response, call `forwarding(&[])`.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::header::RETRY_AFTER;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let upstream = http::Response::builder()
    ///     .status(503)
    ///     .header("content-type", "application/problem+json")
    ///     .header("retry-after", "120")
    ///     .header("server", "upstream/1.0")
    ///     .body(r#"{"detail":"db7.internal is down"}"#)?;
    /// let received = ProblemDetails::from_response(&upstream)?;
    /// assert_eq!(received.to_response().status(), 500);
    /// assert_eq!(received.to_details().detail(), Some("The server met an unexpected condition."));
    ///
    /// let details = received.forwarding(&[RETRY_AFTER]).with_detail("Down for maintenance.");
    /// let response = details.to_response();
    /// assert_eq!(response.status(), 503);
    /// assert_eq!(response.headers()["retry-after"], "120");
    /// assert!(!response.headers().contains_key("server"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn forwarding(mut self, names: &[HeaderName]) -> Self {
        self.members.is_received = false;
        for name in names {
            let values: Vec<_> = self.headers().get_all(name).iter().cloned().collect();
            if let (Some(sent), false) = (&mut self.members.sent, values.is_empty()) {
                sent.remove(name);
            }
            for value in values {
                self = self.with_header(name.clone(), value);
            }
        }
        self
    }

    /// Resolves a relative `type` and `instance` against the URL of the response (RFC 3986, section 5.2).
    ///
    /// `base` is the URL that the response came from, after all redirects (section 5.1.3).
    /// Its fragment and its user information, such as a password, are ignored.
    /// A member that is already absolute or that is not a URI reference stays as it is, byte for byte.
    ///
    /// A call has no effect if `base` is not an absolute URL.
    /// If you call this more than once, the first absolute URL is used.
    ///
    /// The accessors and `==` use the resolved members.
    /// A response and `Serialize` use the original ones, so no part of `base` leaves your service.
    ///
    /// [`FromProblem`](crate::FromProblem) also resolves a relative type in a declaration against this URL before it
    /// compares the two.
    /// A field under `instance` still holds the reference as it was sent.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let json = br#"{"type":"out-of-credit","instance":"/msgs/abc"}"#;
    /// let details = ProblemDetails::from_json(json)?;
    /// let details = details.resolve("https://api.example.org/account/12345");
    /// assert_eq!(details.type_uri(), "https://api.example.org/account/out-of-credit");
    /// assert_eq!(details.instance(), Some("https://api.example.org/msgs/abc"));
    /// # Ok::<(), problem_core::ReadError>(())
    /// ```
    #[must_use]
    pub fn resolve(mut self, base: impl AsRef<str>) -> Self {
        let Some(base) = uri::base(base.as_ref()) else { return self };
        let members = &mut *self.members;
        let received = members.received.get_or_insert_default();
        // The declared types of an enum are resolved against the same URL, so there can be only one.
        let base = received.base.get_or_insert(base);
        let json = &members.json;
        let resolve = |reference: &Option<Text>| uri::resolve(reference.as_ref()?.get(json), base);
        if received.resolved_type.is_none() {
            received.resolved_type = resolve(&members.type_uri);
        }
        if received.resolved_instance.is_none() {
            received.resolved_instance = resolve(&members.instance);
        }
        self
    }

    /// Returns `instance` as the server sent it, which is the text that a field of a typed error is read from.
    pub(crate) fn instance_as_sent(&self) -> Option<&str> {
        self.members.text(self.members.instance.as_ref())
    }

    /// Returns the URI that relative references were resolved against.
    pub(crate) fn base(&self) -> Option<&str> {
        self.members.received.as_ref()?.base.as_deref()
    }

    /// Stores the status code and the header fields of the response that this was read from.
    pub(crate) fn received(mut self, status: StatusCode, headers: HeaderMap) -> Self {
        self.members.status.get_or_insert(status);
        self.members.received =
            Some(Box::new(Received { status: Some(status), headers, ..Received::default() }));
        self
    }

    /// Stores the body of the response that this was read from. It is never sent.
    pub(crate) fn with_received_body(mut self, body: Bytes) -> Self {
        self.members.received.get_or_insert_default().body = Some(body);
        self
    }

    /// Returns the body of the response, if it was stored.
    pub(crate) fn received_body(&self) -> Option<&Bytes> {
        self.members.received.as_ref()?.body.as_ref()
    }
}
