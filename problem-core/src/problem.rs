use crate::json::Constant;
use crate::{Members, ProblemDetails, ProblemType, json, private, response};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
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
    label = "the trait `Problem` is not implemented for this type",
    note = "for an error type of your own, add `#[derive(Problem)]` and say `#[problem(status = ...)]`",
    note = "for a type of another crate, wrap it in a variant of your own error: `#[problem(status = 500)] \
            Other(#[source] {Self})`"
)]
pub trait Problem: std::error::Error {
    /// Which problem type this is an occurrence of (RFC 9457, section 3.1).
    fn problem_type(&self) -> ProblemType<'_>;

    /// Writes `detail`, the explanation of this occurrence for people (RFC 9457, section 3.1.4).
    ///
    /// Provided: the standard sentence of the status code, which says nothing of this occurrence.
    ///
    /// # Errors
    ///
    /// When formatting fails, what was written is dropped and the standard sentence is sent.
    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        private::write_standard_detail(f, self.http_status())
    }

    /// Writes `instance`, a URI reference that identifies this occurrence (RFC 9457, section 3.1.5).
    ///
    /// Provided: nothing. Writing nothing means there is none, and so does what is no URI reference.
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

    /// The status code of the response, which is also the `status` member (RFC 9457, section 3.1.2).
    #[must_use]
    fn http_status(&self) -> StatusCode {
        self.problem_type().status()
    }

    /// The body: a compact JSON object, `type`, `title`, `status`, `detail`, `instance`, then the extension members.
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

    /// The problem details object that [`to_json`](Self::to_json) writes, to be kept or changed.
    ///
    /// Header fields are not part of it.
    /// A number outside the range of `u64` and `i64` becomes the nearest `f64`, as it does for most readers, unless
    /// serde_json's feature `arbitrary_precision` is on.
    #[must_use]
    fn to_details(&self) -> ProblemDetails {
        ProblemDetails::of(self)
    }

    /// The response: the status code, `content-type: application/problem+json`, the header fields and the body.
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

    /// What of the body the derive knew at compile time.
    ///
    /// It is apart from [`problem_type`](Self::problem_type) so that a wrapper that passes only that on keeps its
    /// own `detail`.
    #[doc(hidden)]
    fn __constant(&self) -> Constant {
        Constant::Nothing
    }
}
