//! [`CallError`].

#[cfg(feature = "ureq-3")]
use super::hidden_problem::HiddenProblem;
use crate::details::escaped::Escaped;
use crate::from_problem::{self, PartlyRead};
use crate::read::{self, Label};
use crate::retry_after::retry_after;
use crate::{FromProblem, ProblemDetails, ReadError};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// An error from a call to a service.
///
/// The `ok_or_problem` method for each HTTP client returns it if the status code is 400 or above.
/// For any other client, use [`from_response`](Self::from_response) and [`transport`](Self::transport).
///
/// The guide describes [clients](crate::guide::clients).
///
/// # Examples
///
/// ```
/// use http::Response;
/// use problem_core::FromProblem;
/// use problem_core::client::CallError;
///
/// #[derive(Debug, FromProblem)]
/// enum CreditError {
///     #[problem(type = "https://example.com/probs/out-of-credit")]
///     OutOfCredit {
///         #[problem(extension)]
///         balance: u32,
///     },
/// }
///
/// fn explain(error: &CallError<CreditError>) -> String {
///     match error {
///         // A problem that this client knows.
///         CallError::Typed(CreditError::OutOfCredit { balance }, _) => {
///             format!("only {balance} left")
///         }
///         // Any other problem, with a human-readable title and detail.
///         CallError::Untyped(details) => format!("the service reports: {details}"),
///         // A failure without problem details, such as the error page of a proxy.
///         CallError::NoProblem(response, _) => format!("status {}", response.status().as_u16()),
///         // No response at all.
///         CallError::Transport(error) => format!("no response: {error}"),
///         // The enum is non-exhaustive.
///         error => error.to_string(),
///     }
/// }
///
/// let problem = |status| {
///     Response::builder().status(status).header("content-type", "application/problem+json")
/// };
///
/// let body = r#"{"type":"https://example.com/probs/out-of-credit","balance":30}"#;
/// let error = CallError::from_response(problem(403).body(body.into())?, None);
/// assert_eq!(explain(&error), "only 30 left");
///
/// let body = r#"{"detail":"There is no such account."}"#;
/// let error = CallError::from_response(problem(404).body(body.into())?, None);
/// assert_eq!(explain(&error), "the service reports: 404 Not Found: There is no such account.");
///
/// let page = Response::builder().status(502).header("content-type", "text/html");
/// let error = CallError::from_response(page.body("<h1>Bad Gateway</h1>".into())?, None);
/// assert_eq!(explain(&error), "status 502");
///
/// let error = CallError::transport("connection refused");
/// assert_eq!(explain(&error), "no response: connection refused");
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError<E> {
    /// The service reports a problem that was read as an `E`; also holds the response.
    Typed(E, Box<Response<Bytes>>),
    /// The service reports a problem that is not an `E`.
    ///
    /// This variant does not occur if `E` accepts every problem, for example with a variant under `other`.
    /// If a handler returns the details, a plain 500 is sent unless you [pass them on](ProblemDetails::forwarding).
    Untyped(ProblemDetails),
    /// The response reports a failure but is not a problem; it may come from an intermediary such as a proxy.
    ///
    /// Holds the response, with its body up to the limit, and the reason why it is not a problem.
    NoProblem(Box<Response<Bytes>>, ReadError),
    /// The HTTP client reports an error: there is no response, or it could not be read to the end.
    Transport(Box<dyn Error + Send + Sync>),
}

impl<E: FromProblem> CallError<E> {
    /// Returns the error that a response reports.
    ///
    /// The status code is not checked, so pass only a response that reports a failure.
    ///
    /// `url` is the URL that the response came from, after all redirects.
    /// Without it, a relative type matches only an identical declaration in `E`.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    /// use problem_core::client::CallError;
    ///
    /// let response = http::Response::builder().status(502).body("Bad gateway".into())?;
    /// let error = CallError::<ProblemDetails>::from_response(response, None);
    /// assert_eq!(error.status(), Some(http::StatusCode::BAD_GATEWAY));
    /// let CallError::NoProblem(response, _) = error else { panic!("it is not a problem") };
    /// assert_eq!(response.body(), "Bad gateway");
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn from_response(response: Response<Bytes>, url: Option<&str>) -> Self {
        Self::read(response, url, Label::Required)
    }

    /// Returns the error that a response reports, even if its media type is not that of a problem.
    ///
    /// It works like [`from_response`](Self::from_response), but the media type only tells JSON from XML:
    ///
    /// - A labelled problem is read as by [`from_response`](Self::from_response).
    /// - With the feature `xml`, a body is also read as XML if its media type is `application/xml` or `text/xml`, or
    ///   ends in `+xml`.
    /// - Any other body is read as JSON, whether the response has a `Content-Type` or not.
    ///
    /// A body that cannot be read in this way becomes a [`NoProblem`](Self::NoProblem) with the reason.
    ///
    /// Use it only for a service that is known to send problems without the label.
    /// Any JSON object counts as a problem here, such as the error object of a proxy.
    /// Without a `type` member, it is a problem of type `about:blank`, which is told apart only by its status.
    /// A variant without a `type` therefore matches any error object with its status, and a variant under `other`
    /// matches any error object that is left.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::Response;
    /// use problem_core::FromProblem;
    /// use problem_core::client::CallError;
    ///
    /// #[derive(Debug, PartialEq, FromProblem)]
    /// enum CreditError {
    ///     #[problem(type = "https://example.com/probs/out-of-credit")]
    ///     OutOfCredit {
    ///         #[problem(extension)]
    ///         balance: u32,
    ///     },
    ///     #[problem(status = 404)]
    ///     NoAccount,
    /// }
    ///
    /// let json = |status| Response::builder().status(status).header("content-type", "application/json");
    ///
    /// let body = r#"{"type":"https://example.com/probs/out-of-credit","balance":30}"#;
    /// let error = CallError::from_unlabelled_response(json(403).body(body.into())?, None);
    /// assert_eq!(error.typed(), Some(&CreditError::OutOfCredit { balance: 30 }));
    ///
    /// // This is not a problem, but it looks like one: nothing in it distinguishes the two.
    /// let body = r#"{"message":"no route to the host"}"#;
    /// let error = CallError::from_unlabelled_response(json(404).body(body.into())?, None);
    /// assert_eq!(error.typed(), Some(&CreditError::NoAccount));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn from_unlabelled_response(response: Response<Bytes>, url: Option<&str>) -> Self {
        Self::read(response, url, Label::Optional)
    }

    pub(super) fn read(mut response: Response<Bytes>, url: Option<&str>, label: Label) -> Self {
        // Keep the details of a typed error, so that `Display` does not read the body again.
        let (error, details) = match from_problem::from_response(&response, url, label) {
            Ok(PartlyRead::Error(error)) => (error, read::from_response(&response, label).ok()),
            Ok(PartlyRead::Details(details)) => {
                let unresolved = details.clone();
                let details = match url {
                    Some(url) => details.resolve(url),
                    None => details,
                };
                match E::from_problem(details) {
                    Ok(error) => (error, Some(unresolved)),
                    Err(details) => return Self::Untyped(details.with_received_body(response.into_body())),
                }
            }
            Err(reason) => return Self::NoProblem(Box::new(response), reason),
        };
        response.extensions_mut().insert(Kept(details));
        Self::Typed(error, Box::new(response))
    }
}

impl<E> CallError<E> {
    /// Returns a [`Transport`](Self::Transport) error for an error of the HTTP client.
    #[must_use]
    pub fn transport(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Transport(error.into())
    }

    /// Returns the typed error, if there is one.
    #[must_use]
    pub fn typed(&self) -> Option<&E> {
        match self {
            Self::Typed(error, _) => Some(error),
            Self::Untyped(_) | Self::NoProblem(..) | Self::Transport(_) => None,
        }
    }

    /// Returns the problem that the service reports, whether it is typed or not.
    ///
    /// Use it to show the title and the detail to people, or to quote the instance in a support request.
    /// For a typed error, a relative `type` or `instance` is not resolved.
    ///
    /// Returns `None` if the response is not a problem, or if the body can be read only as an `E` and not as
    /// [`ProblemDetails`].
    #[must_use]
    pub fn details(&self) -> Option<ProblemDetails> {
        match self {
            Self::Typed(_, response) => sent(response).map(Cow::into_owned),
            Self::Untyped(details) => Some(details.clone()),
            Self::NoProblem(..) | Self::Transport(_) => None,
        }
    }

    /// Returns the status code of the response, if it is known.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Typed(_, response) | Self::NoProblem(response, _) => Some(response.status()),
            Self::Untyped(details) => details.response_status(),
            #[cfg(feature = "ureq-3")]
            Self::Transport(error) => error.downcast_ref::<HiddenProblem>()?.status(),
            #[cfg(not(feature = "ureq-3"))]
            Self::Transport(_) => None,
        }
    }

    /// Returns the header fields of the response, if there is one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        match self {
            Self::Typed(_, response) | Self::NoProblem(response, _) => Some(response.headers()),
            Self::Untyped(details) => Some(details.headers()),
            Self::Transport(_) => None,
        }
    }

    /// Returns the body of the response as it was received, if there is one.
    ///
    /// Use it for values that the details cannot hold, such as a `detail` that is an array.
    /// A standard member of the wrong type is ignored (RFC 9457, section 3.1), so it is nowhere else.
    ///
    /// If the body was not read to its end, for example because of the limit, this is the part that was read.
    /// The bytes are untrusted input; escape them before you log them or show them to people.
    ///
    /// Returns `None` for a [`Transport`](Self::Transport) error, and for an [`Untyped`](Self::Untyped) error that you
    /// construct from details without a body.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::Response;
    /// use problem_core::FromProblem;
    /// use problem_core::client::CallError;
    ///
    /// #[derive(Debug, FromProblem)]
    /// #[problem(status = 404)]
    /// struct NotFound;
    ///
    /// let body = r#"{"detail":["name is required","age is negative"]}"#;
    /// let response = Response::builder().status(422).header("content-type", "application/problem+json");
    /// let error = CallError::<NotFound>::from_response(response.body(body.into())?, None);
    /// assert_eq!(error.to_string(), "422 Unprocessable Content");
    /// assert_eq!(error.body().unwrap(), body);
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        match self {
            Self::Typed(_, response) | Self::NoProblem(response, _) => Some(response.body()),
            Self::Untyped(details) => details.received_body(),
            Self::Transport(_) => None,
        }
    }

    /// Returns how long to wait before the next attempt (RFC 9110, section 10.2.3).
    ///
    /// The time comes from the `Retry-After` field of the response, by the rules of [`ProblemDetails::retry_after`].
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers()?)
    }
}

/// Writes the status code, the title and the detail of a problem, whether it is typed or not.
///
/// These are the parts that a client should show to people (RFC 9110, sections 15.5 and 15.6).
/// The `Display` text of a typed error is not used.
/// It is meant for the log of the server, and it may refer to fields that are not sent.
///
/// The text fits on one line of a log, like that of [`ProblemDetails`].
impl<E> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Typed(_, response) => match sent(response) {
                Some(details) => details.fmt(f),
                None => write!(f, "a problem with status {}", response.status().as_u16()),
            },
            Self::Untyped(details) => details.fmt(f),
            Self::NoProblem(response, reason) => {
                write!(
                    f,
                    "the response with status {} is not a problem: {reason}",
                    response.status().as_u16()
                )
            }
            Self::Transport(error) => Escaped(error).fmt(f),
        }
    }
}

/// The problem of a typed error, stored in the extensions of its response.
///
/// It is `None` if the typed error could be read directly from the text, but the details could not be read.
#[derive(Clone)]
struct Kept(Option<ProblemDetails>);

/// Returns the problem of a typed error.
///
/// If the caller constructed the error by hand, the response has not been read yet and is read here.
fn sent(response: &Response<Bytes>) -> Option<Cow<'_, ProblemDetails>> {
    match response.extensions().get() {
        Some(Kept(details)) => details.as_ref().map(Cow::Borrowed),
        None => ProblemDetails::from_response(response).ok().map(Cow::Owned),
    }
}

impl<E: fmt::Debug> Error for CallError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Typed(..) | Self::Untyped(_) => None,
            Self::NoProblem(_, reason) => reason.source(),
            Self::Transport(error) => error.source(),
        }
    }
}
