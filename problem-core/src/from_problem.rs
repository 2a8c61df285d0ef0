//! From a problem to the typed error: the trait, and what the expansion of its derive is made of.

mod head;
mod input;
mod members;
mod values;

pub use self::input::{Identity, Input};
pub use self::members::{Member, ReadMember};
pub use self::values::{ReadStatus, ReadText, Required, Wanted, hold_details, or_default};

use crate::format::media_type::Syntax;
#[cfg(feature = "xml")]
use crate::read::from_xml;
use crate::read::{from_text, json_text, syntax};
use crate::{ProblemDetails, ReadError, uri};
use http::Response;
use std::sync::Arc;

/// An error that can be read back from the problem it was sent as (RFC 9457, section 3.1).
///
/// Derive it with [`#[derive(FromProblem)]`](macro@crate::FromProblem), on the enum that the server sends or on one of
/// the client's own.
/// A hand-written impl needs [`from_problem`](Self::from_problem).
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
    note = "for an error type of your own, add `#[derive(FromProblem)]`",
    note = "for whatever problem comes, take `ProblemDetails`"
)]
pub trait FromProblem: Sized {
    /// Returns the error that `details` describes.
    ///
    /// # Errors
    ///
    /// When it is none of these errors; the details come back as they were.
    fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails>;

    /// Returns the error that a body describes.
    ///
    /// It takes less time than the two steps [`ProblemDetails::from_json`] and [`from_problem`](Self::from_problem): a
    /// derived impl reads its fields straight from the text, unless the variant has a `flatten`, `instance` or `status`
    /// field or is `transparent` or `other`.
    /// The error is the same, except that straight from the text a field also gets what a `serde_json::Value` does not
    /// hold, such as a `u128` or the bytes of half a surrogate pair, and that members that no field asks for are only
    /// looked at as far as it takes to pass over them.
    ///
    /// # Errors
    ///
    /// The outer when the body is no problem; the inner, with the details, when it is none of these errors.
    fn from_problem_json(json: &[u8]) -> Result<Result<Self, ProblemDetails>, ReadError> {
        from_json(json)
    }

    /// Returns the error that a response describes, by its body and the header fields that the error was sent with.
    ///
    /// # Errors
    ///
    /// The outer when the response holds no problem, as for [`ProblemDetails::from_response`]; the inner, with the
    /// details, when it is none of these errors.
    fn from_problem_response(
        response: &Response<impl AsRef<[u8]>>,
    ) -> Result<Result<Self, ProblemDetails>, ReadError> {
        match from_response(response, None)? {
            PartlyRead::Error(error) => Ok(Ok(error)),
            PartlyRead::Details(details) => Ok(Self::from_problem(details)),
        }
    }

    /// Reads one of the type's own variants; errors within them are not tried.
    #[doc(hidden)]
    #[must_use]
    fn __read_variant(input: &Input<'_>) -> Option<Self> {
        let _ = input;
        None
    }

    /// Does what [`from_problem`](Self::from_problem) does, within another error.
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
    let text = json_text(json)?;
    match Input::from_json(&text, None, None).and_then(|input| T::__read_variant(&input)) {
        Some(error) => Ok(Ok(error)),
        None => Ok(T::from_problem(from_text(&text)?)),
    }
}

/// A response, read until its error is known or has to be looked for in the details.
pub(crate) enum PartlyRead<T> {
    Error(T),
    Details(ProblemDetails),
}

/// Reads a response that came from the URL `base`, if that is known.
pub(crate) fn from_response<T: FromProblem>(
    response: &Response<impl AsRef<[u8]>>,
    base: Option<&str>,
) -> Result<PartlyRead<T>, ReadError> {
    let (status, headers, body) = (response.status(), response.headers(), response.body().as_ref());
    let details = match syntax(headers)? {
        Syntax::Json => {
            let text = json_text(body)?;
            let base = base.and_then(uri::base);
            let input = Input::from_json(&text, Some((status, headers)), base.as_deref());
            if let Some(error) = input.and_then(|input| T::__read_variant(&input)) {
                return Ok(PartlyRead::Error(error));
            }
            from_text(&text)?
        }
        #[cfg(feature = "xml")]
        Syntax::Xml => from_xml(headers, body)?,
    };
    Ok(PartlyRead::Details(details.received(status, headers.clone())))
}

/// Reads one of the type's own errors from the details.
///
/// # Errors
///
/// When they describe anything else; they come back as they were.
pub fn read_variant<T: FromProblem>(details: ProblemDetails) -> Result<T, ProblemDetails> {
    T::__read_variant(&Input::from_details(&details)).ok_or(details)
}

/// Reads an error that another error holds.
///
/// # Errors
///
/// When they describe anything else, or when no attempt is left; they come back as they were.
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

/// How many more errors may be tried, so that reading a type that holds itself comes to an end.
#[derive(Debug)]
pub struct Attempts {
    /// Within one another.
    depth: u8,
    /// In all.
    left: u16,
}

impl Attempts {
    /// Returns what a derived `from_problem` starts with.
    #[allow(clippy::new_without_default, reason = "an expansion has no use for it")]
    #[must_use]
    pub const fn new() -> Self {
        Self { depth: 32, left: u16::MAX }
    }
}
