//! What a problem comes with beside its body: the status code, the header fields and the URL of the response.

use super::ProblemDetails;
use crate::retry_after::retry_after;
use crate::uri;
use crate::write::header::append_static_header;
use http::StatusCode;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use std::sync::LazyLock;
use std::time::Duration;

#[derive(Clone, Default)]
pub(super) struct Received {
    pub(super) status: Option<StatusCode>,
    headers: HeaderMap,
    /// What relative references were resolved against, as [`uri::base`] returns it.
    base: Option<String>,
    /// What a relative `type` stands for. It may hold an internal address, and so is not sent.
    pub(super) resolved_type: Option<String>,
    /// Likewise for `instance`.
    pub(super) resolved_instance: Option<String>,
}

static NO_HEADERS: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);

impl ProblemDetails {
    /// Returns the header fields of the response that this was read from; none if it was not read from a response.
    ///
    /// They are for reading: none of them is sent, except those that [`forwarding`](Self::forwarding) names.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.members.received.as_ref().map_or(&*NO_HEADERS, |received| &received.headers)
    }

    /// Returns how long to wait before another try, by the `Retry-After` of the response that this was read from (RFC
    /// 9110, section 10.2.3).
    ///
    /// A date counts from the `Date` of the response, or from now if it has none; one that is past is no time at all.
    /// It is as long as the server says, and that may be longer than a clock goes: set a limit before adding it to a
    /// time.
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
    /// assert_eq!(ProblemDetails::from_response(&response)?.retry_after(), Some(Duration::from_secs(59)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// Returns the status code of the response that this was read from.
    ///
    /// Caches, retries and proxies go by this code, whatever [`status`](Self::status) says.
    /// It is not what this is sent with: see [received problems](Self#received-problems).
    #[must_use]
    pub fn response_status(&self) -> Option<StatusCode> {
        self.members.received.as_ref()?.status
    }

    /// Returns whether the response that this was read from had another status code than its body says.
    ///
    /// A proxy that changes the one and not the other leaves such a response (RFC 9457, sections 3.1.2 and 5).
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

    /// Adds a header field to the response that this is sent as.
    ///
    /// What describes the body or the connection belongs to the server and is left out, as is `content-type`.
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
        append_static_header(self.members.sent.get_or_insert_default(), name, value);
        self
    }

    /// Passes a [received problem](Self#received-problems) on, with the named header fields of its response and none of
    /// the others.
    ///
    /// Without this call it is sent as a plain 500.
    /// With it, all of its members go to your clients: call it only for a service whose problems are fit for them.
    /// `type` and `instance` are sent as they were received; a relative one is not [resolved](Self::resolve).
    ///
    /// A named field takes the place of those that [`with_header`](Self::with_header) has added under that name.
    /// A 401 needs its `WWW-Authenticate` and a 407 its `Proxy-Authenticate` (RFC 9110, sections 15.5.2 and 15.5.8):
    /// name the field, or add one of your own.
    ///
    /// A problem of your own that you stored, or read from your own response, is passed on by `forwarding(&[])`.
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
    /// let response = received.forwarding(&[RETRY_AFTER]).with_detail("Down for maintenance.").to_response();
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

    /// Resolves relative `type` and `instance` against the URL of the response (RFC 3986, section 5.2).
    ///
    /// `base` is the URL that the response came from, after all redirects (section 5.1.3); its fragment does not count,
    /// and a password in it is not taken over.
    /// What is absolute stays byte for byte as it is, and so does what is not a URI reference.
    /// Nothing is resolved against a `base` that is not an absolute URL. After the first one that is, another has no
    /// effect.
    ///
    /// The result is for the accessors and for comparison.
    /// A response and `Serialize` have `type` and `instance` as they were before, so that no part of `base` leaves
    /// your service.
    ///
    /// A type that an enum declares as a relative one is resolved against the same URL before the two are compared, and
    /// a field under `instance` is still read from what was sent.
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::from_json(br#"{"type":"out-of-credit","instance":"/msgs/abc"}"#)?;
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
        // What an enum declares is resolved against the same URL, so there is only one.
        let base = received.base.get_or_insert(base);
        let resolve = |reference: &Option<String>| uri::resolve(reference.as_ref()?, base);
        if received.resolved_type.is_none() {
            received.resolved_type = resolve(&members.type_uri);
        }
        if received.resolved_instance.is_none() {
            received.resolved_instance = resolve(&members.instance);
        }
        self
    }

    /// Returns the instance as the server wrote it, which is what a field of a typed error holds.
    pub(crate) fn instance_as_sent(&self) -> Option<&str> {
        self.members.instance.as_deref()
    }

    pub(crate) fn base(&self) -> Option<&str> {
        self.members.received.as_ref()?.base.as_deref()
    }

    /// Adds the response that this was read from.
    pub(crate) fn received(mut self, status: StatusCode, headers: HeaderMap) -> Self {
        self.members.status.get_or_insert(status);
        self.members.received =
            Some(Box::new(Received { status: Some(status), headers, ..Received::default() }));
        self
    }
}
