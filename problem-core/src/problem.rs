//! The trait [`Problem`]: errors that can be sent as problem details.

mod pointers;
mod problem_type;

pub(crate) use self::pointers::delegate;
pub use self::problem_type::ProblemType;

use crate::read::read_own;
#[cfg(feature = "html")]
use crate::write::html;
use crate::write::json::{self, Constant};
use crate::write::occurrence::write_standard_detail;
use crate::write::response;
#[cfg(feature = "xml")]
use crate::write::xml;
use crate::{Members, ProblemDetails};
use bytes::Bytes;
use http::{HeaderMap, Method, Response, StatusCode};
use std::fmt;

/// An error that can be sent to a client as problem details (RFC 9457).
///
/// The error itself, with its `Display`, `Debug` and `source()`, is for your log.
/// It never reaches the client through this trait.
/// The client receives only the members and header fields that the methods below write.
///
/// Derive it with [`#[derive(Problem)]`](macro@crate::Problem); the guide lists
/// [the arguments](crate::guide::arguments).
/// A hand-written impl must define [`problem_type`](Self::problem_type).
/// It can also define [`fmt_detail`](Self::fmt_detail), [`fmt_instance`](Self::fmt_instance),
/// [`write_extensions`](Self::write_extensions) and [`write_headers`](Self::write_headers).
/// The other methods are provided and are not meant to be overridden.
///
/// [`to_response`](Self::to_response) always returns a response.
/// If `detail` cannot be formatted, the standard sentence of the status code is sent instead.
/// An instance, an extension member or a header field that cannot be written is left out.
/// A method panics only if a `Display` or `Serialize` impl that it calls panics.
///
/// The guide describes [the response on the wire](crate::guide::on_the_wire).
///
/// # Examples
///
/// ```
/// use problem_core::{Members, Problem, ProblemType};
/// use std::fmt;
///
/// #[derive(Debug)]
/// struct OutOfCredit {
///     balance: u32,
///     cost: u32,
/// }
///
/// impl fmt::Display for OutOfCredit {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         write!(f, "balance {} < cost {}", self.balance, self.cost)
///     }
/// }
///
/// impl std::error::Error for OutOfCredit {}
///
/// impl Problem for OutOfCredit {
///     fn problem_type(&self) -> ProblemType<'_> {
///         ProblemType::new(
///             http::StatusCode::FORBIDDEN,
///             "https://example.com/probs/out-of-credit",
///             "You do not have enough credit.",
///         )
///     }
///
///     fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         write!(f, "Your current balance is {}, but that costs {}.", self.balance, self.cost)
///     }
///
///     fn write_extensions(&self, members: &mut Members<'_>) {
///         members.member("balance", &self.balance);
///     }
/// }
///
/// assert_eq!(
///     OutOfCredit { balance: 30, cost: 50 }.to_json(),
///     concat!(
///         r#"{"type":"https://example.com/probs/out-of-credit","#,
///         r#""title":"You do not have enough credit.","status":403,"#,
///         r#""detail":"Your current balance is 30, but that costs 50.","balance":30}"#,
///     ),
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be turned into an HTTP problem",
    label = "not a `Problem`: derive it for your own error type; `Report::internal` turns any other error into a 500",
    note = "for your own error type, add `#[derive(Problem)]` and `#[problem(status = ...)]`",
    note = "for a type from another crate, wrap it in a variant of your own error: `#[problem(status = 500)] \
            Other(#[source] {Self})`",
    note = "for a `Report`, pass the problem inside it: `&*report`, or `report.into()` for a \
            `Box<dyn Problem + Send + Sync>`"
)]
// rustc quotes this line when the bound is not met, so its comment is advice to the user.
pub trait Problem: std::error::Error // for your own type, add `#[derive(thiserror::Error)]`
{
    /// Returns the problem type of this occurrence (RFC 9457, section 3.1).
    ///
    /// For a [received problem](ProblemDetails#received-problems), this is the type that it is sent as: `about:blank`
    /// with status 500.
    /// To inspect the received members, use [`ProblemDetails::type_uri`] and [`ProblemDetails::status`].
    fn problem_type(&self) -> ProblemType<'_>;

    /// Writes `detail`, a human-readable explanation of this occurrence (RFC 9457, section 3.1.4).
    ///
    /// The default implementation writes the standard sentence of the status code, which says nothing specific to this
    /// occurrence.
    ///
    /// # Errors
    ///
    /// Returns an error if formatting fails.
    /// The partial text is then discarded, and the standard sentence is sent instead.
    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_standard_detail(f, self.http_status())
    }

    /// Writes `instance`, a URI reference that identifies this occurrence (RFC 9457, section 3.1.5).
    ///
    /// The default implementation writes nothing, and the problem then has no instance.
    /// The problem also has no instance if the text is not a URI reference.
    ///
    /// # Errors
    ///
    /// Returns an error if formatting fails.
    /// The partial text is then discarded, and the problem has no instance.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemType};
    /// use std::fmt;
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("order {id} has already been shipped")]
    /// struct AlreadyShipped {
    ///     id: u64,
    /// }
    ///
    /// impl Problem for AlreadyShipped {
    ///     fn problem_type(&self) -> ProblemType<'_> {
    ///         ProblemType::about_blank(StatusCode::CONFLICT)
    ///     }
    ///
    ///     fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         write!(f, "/orders/{}", self.id)
    ///     }
    /// }
    ///
    /// assert_eq!(AlreadyShipped { id: 7 }.to_details().instance(), Some("/orders/7"));
    /// ```
    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f;
        Ok(())
    }

    /// Writes the extension members (RFC 9457, section 3.2).
    ///
    /// The default implementation writes none.
    fn write_extensions(&self, members: &mut Members<'_>) {
        let _ = members;
    }

    /// Adds header fields to the response.
    ///
    /// The default implementation adds none.
    ///
    /// [`to_response`](Self::to_response) always sets `content-type` itself.
    /// It removes every field that describes the body or the connection, such as `content-length` and `connection`,
    /// because the server sets these fields.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use http::header::{HeaderMap, HeaderValue, RETRY_AFTER};
    /// use problem_core::{Problem, ProblemType};
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("overloaded for another {seconds} s")]
    /// struct Overloaded {
    ///     seconds: u64,
    /// }
    ///
    /// impl Problem for Overloaded {
    ///     fn problem_type(&self) -> ProblemType<'_> {
    ///         ProblemType::about_blank(StatusCode::SERVICE_UNAVAILABLE)
    ///     }
    ///
    ///     fn write_headers(&self, headers: &mut HeaderMap) {
    ///         headers.insert(RETRY_AFTER, HeaderValue::from(self.seconds));
    ///     }
    /// }
    ///
    /// let response = Overloaded { seconds: 120 }.to_response();
    /// assert_eq!(response.status(), 503);
    /// assert_eq!(response.headers()["retry-after"], "120");
    /// ```
    fn write_headers(&self, headers: &mut HeaderMap) {
        let _ = headers;
    }

    /// Returns the status code of the response, which is also the `status` member (RFC 9457, section 3.1.2).
    ///
    /// For a [received problem](ProblemDetails#received-problems), this is 500.
    /// To inspect the received status codes, use [`ProblemDetails::status`] and [`ProblemDetails::response_status`].
    #[must_use]
    fn http_status(&self) -> StatusCode {
        self.problem_type().status()
    }

    /// Returns the body as compact JSON.
    ///
    /// The object has the members `type`, `title`, `status`, `detail` and, if there is one, `instance`.
    /// The extension members follow.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// assert_eq!(
    ///     ProblemDetails::new(StatusCode::NOT_FOUND).to_json(),
    ///     concat!(
    ///         r#"{"type":"about:blank","title":"Not Found","status":404,"#,
    ///         r#""detail":"There is nothing at this address."}"#,
    ///     ),
    /// );
    /// ```
    #[must_use]
    fn to_json(&self) -> Bytes {
        json::body(self, self.problem_type())
    }

    /// Returns an owned copy of the problem that you can store or modify, without the header fields.
    ///
    /// It has the members that [`to_json`](Self::to_json) writes.
    /// A number outside the ranges of `u64` and `i64` becomes the nearest `f64`, as in most JSON readers, unless
    /// serde_json's feature `arbitrary_precision` is enabled.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::Problem;
    ///
    /// #[derive(Debug, thiserror::Error, Problem)]
    /// #[error("quota of {limit} used up")]
    /// #[problem(status = 403)]
    /// struct QuotaUsedUp {
    ///     #[problem(extension)]
    ///     limit: u32,
    /// }
    ///
    /// let details = QuotaUsedUp { limit: 3 }.to_details().with_instance("/requests/42");
    /// assert_eq!(details.extension("limit"), Some(3));
    /// assert_eq!(details.instance(), Some("/requests/42"));
    /// ```
    #[must_use]
    fn to_details(&self) -> ProblemDetails {
        let problem_type = self.problem_type();
        read_own(&json::body(self, problem_type), problem_type.status())
    }

    /// Returns the HTTP response with a JSON body.
    ///
    /// It has the status code of the problem, `content-type: application/problem+json`, the header fields that
    /// [`write_headers`](Self::write_headers) adds, and the body that [`to_json`](Self::to_json) returns.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let details = ProblemDetails::new(StatusCode::CONFLICT).with_detail("The name is taken.");
    /// let response = details.to_response();
    /// assert_eq!(response.status(), 409);
    /// assert_eq!(response.headers()["content-type"], "application/problem+json");
    /// ```
    #[must_use]
    fn to_response(&self) -> Response<Bytes> {
        response::response(self)
    }

    /// Returns the body as XML (RFC 9457, appendix B), with the members of [`to_json`](Self::to_json) as elements.
    ///
    /// A member is left out, at any depth, if it is `null` or if its name is not allowed in XML.
    /// A nested object whose only member is `i` is written as an empty element, because a reader would take it for an
    /// array.
    /// A character that XML does not allow, such as U+0000, becomes U+FFFD.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// assert_eq!(
    ///     ProblemDetails::new(StatusCode::CONFLICT).with_extension("owners", &["a", "b"]).to_xml(),
    ///     concat!(
    ///         r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">"#,
    ///         "<type>about:blank</type><title>Conflict</title><status>409</status>",
    ///         "<detail>The request conflicts with the current state of the resource.</detail>",
    ///         "<owners><i>a</i><i>b</i></owners></problem>",
    ///     ),
    /// );
    /// ```
    #[cfg(feature = "xml")]
    #[must_use]
    fn to_xml(&self) -> Bytes {
        xml::write(self, self.problem_type()).text.into()
    }

    /// Returns an HTML page that shows the members of [`to_json`](Self::to_json) to people in a browser.
    ///
    /// The page loads no other resource, runs no script and asks search engines not to index it.
    /// A type that is an `http` or `https` URI is shown as a link.
    /// The language of the page is English, unless the problem sends another `Content-Language`.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let page = ProblemDetails::new(StatusCode::CONFLICT).with_detail("<b> is taken.").to_html();
    /// let page = std::str::from_utf8(&page)?;
    /// assert!(page.contains("<h1 dir=\"auto\">Conflict</h1>"));
    /// assert!(page.contains("<p class=\"detail\" dir=\"auto\">&lt;b&gt; is taken.</p>"));
    /// # Ok::<(), std::str::Utf8Error>(())
    /// ```
    #[cfg(feature = "html")]
    #[must_use]
    fn to_html(&self) -> Bytes {
        let mut headers = HeaderMap::new();
        self.write_headers(&mut headers);
        html::page(self, self.problem_type(), &headers)
    }

    /// Returns the response in the format that the request prefers.
    ///
    /// The `Accept` field in `request_headers` decides, by the rules of
    /// [`Format::negotiate`](crate::Format::negotiate).
    /// JSON is always available, and the features `xml` and `html` add their formats.
    /// With either of these features, the response has `Vary: Accept`.
    /// In all other respects, the response is the same as that of [`to_response`](Self::to_response).
    /// In particular, the status code does not depend on the request.
    ///
    /// A problem that would lose a member in XML is sent as JSON instead.
    ///
    /// The guide describes [the formats](crate::guide::formats).
    ///
    /// # Examples
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, StatusCode, header};
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let mut request = HeaderMap::new();
    /// request.insert(header::ACCEPT, HeaderValue::from_static("application/xml"));
    /// let response = ProblemDetails::new(StatusCode::CONFLICT).respond(&request);
    /// assert_eq!(response.status(), 409);
    /// # #[cfg(feature = "xml")]
    /// assert_eq!(response.headers()["content-type"], "application/problem+xml");
    /// # #[cfg(feature = "xml")]
    /// assert_eq!(response.headers()["vary"], "Accept");
    /// ```
    #[must_use]
    fn respond(&self, request_headers: &HeaderMap) -> Response<Bytes> {
        response::respond(self, request_headers)
    }

    /// Returns the response to a request with the given method, in the format that the request prefers.
    ///
    /// It works like [`respond`](Self::respond), except that the response to a HEAD request has no body (RFC 9110,
    /// section 9.3.2).
    /// Such a response keeps all header fields and gains a `content-length` with the length of the omitted body.
    /// Many servers omit the body of a response to HEAD themselves.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::{HeaderMap, Method, StatusCode};
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let details = ProblemDetails::new(StatusCode::GONE);
    /// let response = details.respond_to(&Method::HEAD, &HeaderMap::new());
    /// assert_eq!(response.status(), 410);
    /// assert_eq!(response.headers()["content-type"], "application/problem+json");
    /// assert_eq!(response.headers()["content-length"], details.to_json().len().to_string());
    /// assert!(response.body().is_empty());
    /// ```
    #[must_use]
    fn respond_to(&self, method: &Method, request_headers: &HeaderMap) -> Response<Bytes> {
        response::respond_to(self, method, request_headers)
    }

    /// Returns the part of the body that the derive knew at compile time.
    ///
    /// It is separate from [`problem_type`](Self::problem_type) so that a wrapper that delegates only `problem_type`
    /// keeps its own `detail`.
    #[doc(hidden)]
    fn __constant(&self) -> Constant {
        Constant::Nothing
    }
}
