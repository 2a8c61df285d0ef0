//! The trait of what can be sent as problem details.

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
/// The error itself, its `Display`, `Debug` and `source()`, is for your log and never reaches the client through
/// this trait.
/// What does are the members that the methods below write.
///
/// Derive it with [`#[derive(Problem)]`](macro@crate::Problem).
/// A hand-written impl needs [`problem_type`](Self::problem_type) and whichever of `fmt_detail`, `fmt_instance`,
/// `write_extensions` and `write_headers` has something to say; the rest is provided and not meant to be
/// overridden.
///
/// No method panics unless a `Display` or `Serialize` that it calls does, and
/// [`to_response`](Self::to_response) always has a response:
/// a `detail` whose formatting fails becomes the standard sentence of the status code, and an instance, an
/// extension member or a header field that fails is left out.
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
///         r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","#,
///         r#""status":403,"detail":"Your current balance is 30, but that costs 50.","balance":30}"#,
///     ),
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be turned into an HTTP problem",
    label = "not a `Problem`: derive it for an error of your own; `Report::internal` makes a 500 of any other",
    note = "for an error type of your own, add `#[derive(Problem)]` and say `#[problem(status = ...)]`",
    note = "for a type of another crate, wrap it in a variant of your own error: `#[problem(status = 500)] \
            Other(#[source] {Self})`",
    note = "for a `Report`, pass the problem in it: `&*report`, or `report.into()` for a `Box<dyn Problem + Send + Sync>`"
)]
pub trait Problem: std::error::Error {
    /// Returns the problem type that this is an occurrence of (RFC 9457, section 3.1).
    ///
    /// Of [`ProblemDetails`] that were [received](ProblemDetails#received-problems), it is the one that they are sent as,
    /// `about:blank` with status 500.
    /// To look at what was received, use [`type_uri`](ProblemDetails::type_uri) and [`status`](ProblemDetails::status).
    fn problem_type(&self) -> ProblemType<'_>;

    /// Writes `detail`, the explanation of this occurrence for people (RFC 9457, section 3.1.4).
    ///
    /// Provided: the standard sentence of the status code, which says nothing of this occurrence.
    ///
    /// # Errors
    ///
    /// When formatting fails, what was written is dropped and the standard sentence is sent.
    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_standard_detail(f, self.http_status())
    }

    /// Writes `instance`, a URI reference that identifies this occurrence (RFC 9457, section 3.1.5).
    ///
    /// Provided: nothing. Writing nothing means there is none, and so does what is not a URI reference.
    ///
    /// # Errors
    ///
    /// When formatting fails, what was written is dropped and the problem has no instance.
    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f;
        Ok(())
    }

    /// Writes the extension members (RFC 9457, section 3.2).
    ///
    /// Provided: none.
    fn write_extensions(&self, members: &mut Members<'_>) {
        let _ = members;
    }

    /// Adds the header fields of the response.
    ///
    /// Provided: none.
    /// [`to_response`](Self::to_response) sets `content-type` to that of the body, and takes back what describes the
    /// body or the connection and so belongs to the server, such as `content-length` and `connection`.
    fn write_headers(&self, headers: &mut HeaderMap) {
        let _ = headers;
    }

    /// Returns the status code of the response, which is also the `status` member (RFC 9457, section 3.1.2).
    ///
    /// Of [`ProblemDetails`] that were [received](ProblemDetails#received-problems), it is 500.
    /// To look at what was received, use [`status`](ProblemDetails::status) and
    /// [`response_status`](ProblemDetails::response_status).
    #[must_use]
    fn http_status(&self) -> StatusCode {
        self.problem_type().status()
    }

    /// Returns the body: a compact JSON object, `type`, `title`, `status`, `detail`, `instance`, then the extension
    /// members.
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

    /// Returns the problem details object that [`to_json`](Self::to_json) writes, to be kept or changed.
    ///
    /// Header fields are not part of it.
    /// A number outside the range of `u64` and `i64` becomes the nearest `f64`, as it does for most readers, unless
    /// serde_json's feature `arbitrary_precision` is on.
    #[must_use]
    fn to_details(&self) -> ProblemDetails {
        let problem_type = self.problem_type();
        read_own(&json::body(self, problem_type), problem_type.status())
    }

    /// Returns the response: the status code, `content-type: application/problem+json`, the header fields and the body.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{Problem, ProblemDetails};
    ///
    /// let response = ProblemDetails::new(StatusCode::CONFLICT).with_detail("The name is taken.").to_response();
    /// assert_eq!(response.status(), 409);
    /// assert_eq!(response.headers()["content-type"], "application/problem+json");
    /// ```
    #[must_use]
    fn to_response(&self) -> Response<Bytes> {
        response::response(self)
    }

    /// Returns the body as XML (RFC 9457, appendix B): what [`to_json`](Self::to_json) writes, as elements.
    ///
    /// A member whose name XML cannot carry is left out, nested or not, and so is one that is `null`;
    /// a nested object with `i` for its only member is empty, since a reader would take it for an array.
    /// A character that XML does not have, such as U+0000, becomes U+FFFD.
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

    /// Returns a page for people with a browser that shows what [`to_json`](Self::to_json) writes, as HTML.
    ///
    /// It stands alone, runs no script and is not to be indexed; a type that is an `http` or `https` URI is a link.
    /// Its language is English, or what the problem sends as `Content-Language`.
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
        html::page(&json::body(self, self.problem_type()), &headers)
    }

    /// Returns the response in the format that the header fields of a request ask for by `Accept`, by the rules of
    /// [`Format::negotiate`](crate::Format::negotiate).
    ///
    /// It is as [`to_response`](Self::to_response) in all but the format, and varies by `Accept` if there is more than
    /// one: the features `xml` and `html` add those.
    /// The status code stays the same, whatever the request asks for.
    /// A problem that would lose a member in XML, since XML cannot carry its name, is answered in JSON.
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

    /// Returns what [`respond`](Self::respond) does, for a request with that method: the answer to HEAD has all header
    /// fields, the length of the body among them, and no body (RFC 9110, section 9.3.2).
    ///
    /// Many servers leave out the body of their own accord.
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

    /// Returns what the derive knew of the body at compile time.
    ///
    /// It is apart from [`problem_type`](Self::problem_type) so that a wrapper that passes only that on keeps its
    /// own `detail`.
    #[doc(hidden)]
    fn __constant(&self) -> Constant {
        Constant::Nothing
    }
}
