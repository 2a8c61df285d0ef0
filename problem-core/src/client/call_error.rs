//! Why a call to a service came to nothing.

#[cfg(feature = "ureq-3")]
use super::hidden_problem::HiddenProblem;
use crate::details::escaped::Escaped;
use crate::from_problem::{self, PartlyRead};
use crate::retry_after::retry_after;
use crate::{FromProblem, ProblemDetails, ReadError};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// Why a call to a service came to nothing.
///
/// # Examples
///
/// ```
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
///         CallError::Typed(CreditError::OutOfCredit { balance }, _) => format!("only {balance} left"),
///         CallError::Untyped(details) => format!("{details}"),
///         CallError::NoProblem(response, _) => format!("{} and no more", response.status()),
///         CallError::Transport(error) => format!("no answer: {error}"),
///         _ => "something else".to_owned(),
///     }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError<E> {
    /// The service reports a problem that is one of `E`; with it, the response as it came.
    Typed(E, Box<Response<Bytes>>),
    /// The service reports a problem of another type.
    ///
    /// If `E` takes whatever problem comes, there is none of these.
    /// Returned by a handler, it is a plain 500 unless you [pass it on](ProblemDetails::forwarding).
    Untyped(ProblemDetails),
    /// The service, or something on the way to it, reports a failure that is no problem: the response, its body up to the
    /// limit, and what keeps it from being one.
    NoProblem(Box<Response<Bytes>>, ReadError),
    /// The HTTP client reports an error of its own: there is no response, or it came to no good end.
    Transport(Box<dyn Error + Send + Sync>),
}

impl<E: FromProblem> CallError<E> {
    /// Makes an error from a response that reports a failure, whatever its status code, and the URL that it came from.
    ///
    /// The URL is the one after all redirects; without it, a relative type is taken to be one that `E` declares in the
    /// same way.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    /// use problem_core::client::CallError;
    ///
    /// let response = http::Response::builder().status(502).body("Bad gateway".into())?;
    /// let error = CallError::<ProblemDetails>::from_response(response, None);
    /// assert!(matches!(&error, CallError::NoProblem(response, _) if response.body() == "Bad gateway"));
    /// assert_eq!(error.status(), Some(http::StatusCode::BAD_GATEWAY));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn from_response(mut response: Response<Bytes>, url: Option<&str>) -> Self {
        // The details of a typed error are kept, so that to display it reads nothing again.
        let (error, details) = match from_problem::from_response(&response, url) {
            Ok(PartlyRead::Error(error)) => (error, ProblemDetails::from_response(&response).ok()),
            Ok(PartlyRead::Details(details)) => {
                let unresolved = details.clone();
                let details = match url {
                    Some(url) => details.resolve(url),
                    None => details,
                };
                match E::from_problem(details) {
                    Ok(error) => (error, Some(unresolved)),
                    Err(details) => return Self::Untyped(details),
                }
            }
            Err(reason) => return Self::NoProblem(Box::new(response), reason),
        };
        response.extensions_mut().insert(Kept(details));
        Self::Typed(error, Box::new(response))
    }
}

impl<E> CallError<E> {
    /// Makes an error from an error of the HTTP client.
    #[must_use]
    pub fn transport(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Transport(error.into())
    }

    /// Returns the typed error, if it is one.
    #[must_use]
    pub fn typed(&self) -> Option<&E> {
        match self {
            Self::Typed(error, _) => Some(error),
            Self::Untyped(_) | Self::NoProblem(..) | Self::Transport(_) => None,
        }
    }

    /// Returns the problem as it was sent, typed or not: its title and detail for people, its instance for the support.
    ///
    /// Nothing in that of a typed error is resolved.
    #[must_use]
    pub fn details(&self) -> Option<ProblemDetails> {
        match self {
            Self::Typed(_, response) => sent(response).map(Cow::into_owned),
            Self::Untyped(details) => Some(details.clone()),
            Self::NoProblem(..) | Self::Transport(_) => None,
        }
    }

    /// Returns the status code of the response, as far as it is known.
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

    /// Returns how long to wait before another try, by the `Retry-After` of the response (RFC 9110, section 10.2.3).
    ///
    /// As for [`ProblemDetails::retry_after`].
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers()?)
    }
}

/// What a problem says to people, typed or not: its status code, title and detail (RFC 9110, sections 15.5 and 15.6).
///
/// The `Display` of a typed error is not part of it: that is the text of the server for its own log, and fields that are
/// not sent are empty in it.
///
/// The text fits on one line of a log, as that of [`ProblemDetails`] does.
impl<E> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Typed(_, response) => match sent(response) {
                Some(details) => details.fmt(f),
                None => write!(f, "a problem with status {}", response.status().as_u16()),
            },
            Self::Untyped(details) => details.fmt(f),
            Self::NoProblem(response, reason) => {
                write!(f, "a response with status {} and no problem: {reason}", response.status().as_u16())
            }
            Self::Transport(error) => Escaped(error).fmt(f),
        }
    }
}

/// The problem that came with a typed error, in the extensions of its response; `None` if it can only be read straight
/// from the text.
#[derive(Clone)]
struct Kept(Option<ProblemDetails>);

/// Returns the problem that came with a typed error.
///
/// The response of an error that was put together by hand has not been read yet.
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
