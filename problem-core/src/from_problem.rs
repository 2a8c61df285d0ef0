//! Reads a typed error from a problem: the trait [`FromProblem`] and the functions that its derive calls.

mod head;
mod input;
mod members;
mod values;

pub use self::input::{Identity, Input};
pub use self::members::{Member, ReadMember};
pub use self::values::{ReadStatus, ReadText, Required, Wanted, hold_details, or_default};

use self::head::leading_type;
use crate::format::media_type::Syntax;
#[cfg(feature = "xml")]
use crate::read::from_xml;
use crate::read::places::Places;
use crate::read::{KEEPS_DIGITS, Label, body_syntax, disarmed, from_text, json_text};
use crate::{ProblemDetails, ReadError, uri};
use http::{HeaderMap, Response, StatusCode};
use std::sync::Arc;

/// An error that can be read back from a problem (RFC 9457, section 3.1).
///
/// Derive it with [`#[derive(FromProblem)]`](macro@crate::FromProblem).
/// The type can be the enum that the server sends, or an enum that the client defines for itself.
/// A hand-written impl must define [`from_problem`](Self::from_problem).
///
/// The guide describes [reading back](crate::guide::reading_back) and [HTTP clients](crate::guide::clients).
///
/// # Examples
///
/// ```
/// use problem_core::{FromProblem, ProblemDetails};
///
/// struct OutOfCredit {
///     balance: u32,
/// }
///
/// impl FromProblem for OutOfCredit {
///     fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails> {
///         match (details.type_uri(), details.extension("balance")) {
///             ("https://example.com/probs/out-of-credit", Some(balance)) => Ok(Self { balance }),
///             _ => Err(details),
///         }
///     }
/// }
///
/// let json = br#"{"type":"https://example.com/probs/out-of-credit","balance":30}"#;
/// assert!(OutOfCredit::from_problem_json(json)?.is_ok_and(|error| error.balance == 30));
///
/// let json = br#"{"type":"https://example.com/probs/out-of-patience"}"#;
/// let details = OutOfCredit::from_problem_json(json)?.err().unwrap();
/// assert_eq!(details.type_uri(), "https://example.com/probs/out-of-patience");
/// # Ok::<(), problem_core::ReadError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a problem",
    label = "the trait `FromProblem` is not implemented for this type",
    note = "for your own error type, add `#[derive(FromProblem)]`",
    note = "to accept any problem, use `ProblemDetails`"
)]
pub trait FromProblem: Sized {
    /// Returns the error that `details` describes.
    ///
    /// # Errors
    ///
    /// Returns the details unchanged if they describe none of the errors of this type.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::{FromProblem, ProblemDetails};
    ///
    /// #[derive(Debug, FromProblem)]
    /// #[problem(status = 404)]
    /// struct NotFound;
    ///
    /// assert!(NotFound::from_problem(ProblemDetails::new(StatusCode::NOT_FOUND)).is_ok());
    ///
    /// let details = NotFound::from_problem(ProblemDetails::new(StatusCode::GONE)).unwrap_err();
    /// assert_eq!(details.status(), Some(StatusCode::GONE));
    /// ```
    fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails>;

    /// Reads the error that a JSON body describes.
    ///
    /// This is faster than calling [`ProblemDetails::from_json`] and then [`from_problem`](Self::from_problem), because
    /// a derived impl reads its fields directly from the text.
    /// A variant with a `flatten`, `instance` or `status` field is read through [`ProblemDetails`], and so is one under
    /// `transparent` or `other`.
    ///
    /// Both ways give the same error, with two exceptions.
    /// A field that is read from the text can hold values that a `serde_json::Value` cannot.
    /// Examples are a large `u128` and the bytes of half a surrogate pair.
    /// Also, members that no field asks for are skipped and not fully checked.
    ///
    /// # Errors
    ///
    /// Returns the outer error if the body is not a problem.
    /// Returns the inner error, which holds the details, if the problem is none of the errors of this type.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::FromProblem;
    ///
    /// #[derive(Debug, FromProblem)]
    /// #[problem(type = "https://example.com/probs/out-of-credit")]
    /// struct OutOfCredit {
    ///     #[problem(extension)]
    ///     balance: u32,
    /// }
    ///
    /// let body = br#"{"type":"https://example.com/probs/out-of-credit","balance":30}"#;
    /// match OutOfCredit::from_problem_json(body)? {
    ///     Ok(error) => assert_eq!(error.balance, 30),
    ///     Err(details) => println!("another problem: {details}"),
    /// }
    /// # Ok::<(), problem_core::ReadError>(())
    /// ```
    fn from_problem_json(json: &[u8]) -> Result<Result<Self, ProblemDetails>, ReadError> {
        from_json(json)
    }

    /// Reads the error that a response describes, from its body and its header fields.
    ///
    /// # Errors
    ///
    /// Returns the outer error if the response is not a problem, as [`ProblemDetails::from_response`] does.
    /// Returns the inner error, which holds the details, if the problem is none of the errors of this type.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::Response;
    /// use problem_core::{FromProblem, ReadError};
    /// use std::time::Duration;
    ///
    /// #[derive(Debug, FromProblem)]
    /// enum ServiceError {
    ///     #[problem(status = 429)]
    ///     TooManyRequests {
    ///         #[problem(retry_after)]
    ///         wait: Duration,
    ///     },
    ///     #[problem(status = 404)]
    ///     NotFound,
    /// }
    ///
    /// fn describe(response: &Response<&str>) -> Result<String, ReadError> {
    ///     Ok(match ServiceError::from_problem_response(response)? {
    ///         Ok(ServiceError::TooManyRequests { wait }) => format!("retry in {} s", wait.as_secs()),
    ///         Ok(ServiceError::NotFound) => "not found".to_owned(),
    ///         Err(details) => format!("another problem: {details}"),
    ///     })
    /// }
    ///
    /// let response = Response::builder()
    ///     .status(429)
    ///     .header("content-type", "application/problem+json")
    ///     .header("retry-after", "60")
    ///     .body("{}")?;
    /// assert_eq!(describe(&response)?, "retry in 60 s");
    ///
    /// let response = Response::builder()
    ///     .status(403)
    ///     .header("content-type", "application/problem+json")
    ///     .body(r#"{"title":"Account Locked","detail":"Your account is locked."}"#)?;
    /// let text = describe(&response)?;
    /// assert_eq!(text, "another problem: 403 Account Locked: Your account is locked.");
    ///
    /// let page = Response::builder().status(502).header("content-type", "text/html");
    /// let page = page.body("<h1>Bad Gateway</h1>")?;
    /// assert!(matches!(describe(&page), Err(ReadError::MediaType(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn from_problem_response(
        response: &Response<impl AsRef<[u8]>>,
    ) -> Result<Result<Self, ProblemDetails>, ReadError> {
        match from_response(response, None, Label::Required)? {
            PartlyRead::Error(error) => Ok(Ok(error)),
            PartlyRead::Details(details) => Ok(Self::from_problem(details)),
        }
    }

    /// Reads one of the type's own variants, without trying the errors that other variants hold.
    #[doc(hidden)]
    #[must_use]
    fn __read_variant(input: &Input<'_>) -> Option<Self> {
        let _ = input;
        None
    }

    /// Works like [`from_problem`](Self::from_problem), for an error that another error holds.
    #[doc(hidden)]
    fn __read_nested(details: ProblemDetails, attempts: &mut Attempts) -> Result<Self, ProblemDetails> {
        let _ = attempts;
        Self::from_problem(details)
    }
}

impl FromProblem for ProblemDetails {
    fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails> {
        Ok(details)
    }
}

macro_rules! pointer {
    ($($Pointer:ident),*) => {$(
        impl<T: FromProblem> FromProblem for $Pointer<T> {
            fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails> {
                T::from_problem(details).map(Self::new)
            }

            fn __read_variant(input: &Input<'_>) -> Option<Self> {
                T::__read_variant(input).map(Self::new)
            }

            fn __read_nested(
                details: ProblemDetails,
                attempts: &mut Attempts,
            ) -> Result<Self, ProblemDetails> {
                T::__read_nested(details, attempts).map(Self::new)
            }
        }
    )*};
}

pointer!(Box, Arc);

fn from_json<T: FromProblem>(json: &[u8]) -> Result<Result<T, ProblemDetails>, ReadError> {
    match from_body(json, None, None)? {
        PartlyRead::Error(error) => Ok(Ok(error)),
        PartlyRead::Details(details) => Ok(T::from_problem(details)),
    }
}

/// Reads a JSON body, with the status code and the header fields of its response, if they are known.
#[inline]
fn from_body<T: FromProblem>(
    json: &[u8],
    response: Option<(StatusCode, &HeaderMap)>,
    base: Option<&str>,
) -> Result<PartlyRead<T>, ReadError> {
    let text = json_text(json)?;
    if *KEEPS_DIGITS {
        if let Some(error) = from_kept_digits(text, response, base) {
            return Ok(PartlyRead::Error(error));
        }
    }
    let mut places = Places::default();
    // A short text that says its type first is read in one pass.
    let is_direct = text.len() < MAX_DIRECT && base.is_none() && leading_type(text).is_some();
    if !is_direct && places.find(text, true) {
        let error = T::__read_variant(&Input::from_places(text, &places, response, base));
        return Ok(error.map_or_else(|| PartlyRead::Details(places.details(text)), PartlyRead::Error));
    }
    let disarmed = disarmed(text);
    let input = Input::from_json(&disarmed, response, base);
    match input.and_then(|input| T::__read_variant(&input)) {
        Some(error) => Ok(PartlyRead::Error(error)),
        None => Ok(PartlyRead::Details(from_text(text)?)),
    }
}

/// Reads a body through the details, which is right for all numbers even with `arbitrary_precision`.
#[cold]
fn from_kept_digits<T: FromProblem>(
    text: &str,
    response: Option<(StatusCode, &HeaderMap)>,
    base: Option<&str>,
) -> Option<T> {
    let mut details = from_text(text).ok()?;
    if let Some((status, headers)) = response {
        details = details.received(status, headers.clone());
    }
    if let Some(base) = base {
        details = details.resolve(base);
    }
    T::__read_variant(&Input::from_details(&details))
}

/// The length from which on finding the members first takes less time, because long texts are skipped faster.
const MAX_DIRECT: usize = 1024;

/// The result of reading a response: the error if it could be read directly from the text, or else the details.
pub(crate) enum PartlyRead<T> {
    Error(T),
    Details(ProblemDetails),
}

/// Reads a response; `base` is the URL that it came from, if that is known.
pub(crate) fn from_response<T: FromProblem>(
    response: &Response<impl AsRef<[u8]>>,
    base: Option<&str>,
    label: Label,
) -> Result<PartlyRead<T>, ReadError> {
    let (status, headers, body) = (response.status(), response.headers(), response.body().as_ref());
    let details = match body_syntax(response, label)? {
        Syntax::Json => {
            let base = base.and_then(uri::base);
            match from_body(body, Some((status, headers)), base.as_deref())? {
                PartlyRead::Error(error) => return Ok(PartlyRead::Error(error)),
                PartlyRead::Details(details) => details,
            }
        }
        #[cfg(feature = "xml")]
        Syntax::Xml => from_xml(headers, body)?,
    };
    Ok(PartlyRead::Details(details.received(status, headers.clone())))
}

/// Reads one of the type's own variants from the details.
///
/// # Errors
///
/// Returns the details unchanged if they describe none of the variants.
pub fn read_variant<T: FromProblem>(details: ProblemDetails) -> Result<T, ProblemDetails> {
    T::__read_variant(&Input::from_details(&details)).ok_or(details)
}

/// Reads an error that another error holds.
///
/// # Errors
///
/// Returns the details unchanged if they describe none of the errors of the type, or if no attempt is left.
pub fn read_nested<T: FromProblem>(
    details: ProblemDetails,
    attempts: &mut Attempts,
) -> Result<T, ProblemDetails> {
    if attempts.depth == 0 || attempts.left == 0 {
        return Err(details);
    }
    attempts.depth -= 1;
    attempts.left -= 1;
    let result = T::__read_nested(details, attempts);
    attempts.depth += 1;
    result
}

/// Reads an inner error, and with `read` the fields beside it, from the same problem.
///
/// # Errors
///
/// Returns the details unchanged if either cannot be read.
pub fn read_nested_with<T: FromProblem, C>(
    details: ProblemDetails,
    attempts: &mut Attempts,
    read: impl FnOnce(&Input<'_>) -> Option<C>,
) -> Result<(T, C), ProblemDetails> {
    match read(&Input::from_details(&details)) {
        Some(others) => read_nested(details, attempts).map(|error| (error, others)),
        None => Err(details),
    }
}

/// A limit on the errors that may be tried, so that reading a type that contains itself terminates.
#[derive(Debug)]
pub struct Attempts {
    /// How many more levels of nested errors may be tried.
    depth: u8,
    /// How many more errors may be tried in total.
    left: u16,
}

impl Attempts {
    /// Returns the limits that a derived `from_problem` starts with.
    #[allow(clippy::new_without_default, reason = "an expansion has no use for it")]
    #[must_use]
    pub const fn new() -> Self {
        Self { depth: 32, left: u16::MAX }
    }
}
