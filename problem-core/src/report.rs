//! Any problem as one type, for handlers without an error type of their own.

#[cfg(feature = "anyhow")]
mod anyhow;
mod internal;
mod pass_through;

use self::internal::Internal;
use self::pass_through::pass_through;
use crate::Problem;
use crate::problem::delegate;
use std::error::Error;
use std::ops::Deref;
use std::sync::Arc;

/// Any problem, one word wide: for handlers that do without an error type of their own, and for whoever writes the log.
///
/// Every [`Problem`] that can be sent between threads becomes one by `?`.
/// It dereferences to that problem, and so has all the methods of [`Problem`]; the trait itself it does not implement,
/// or `?` could not make it of every problem.
/// As an error it is the one it was made of: `Display`, `Debug` and `source()` are passed through.
///
/// A clone is the same report, shared.
///
/// # Examples
///
/// ```
/// use http::StatusCode;
/// use problem_core::{Problem, ProblemDetails, Report};
///
/// #[derive(Debug, thiserror::Error, Problem)]
/// #[error("quota of {0} used up")]
/// #[problem(status = 403, detail = "Your quota is used up.")]
/// struct QuotaUsedUp(String);
///
/// fn check(user: &str) -> Result<(), QuotaUsedUp> {
///     Err(QuotaUsedUp(user.to_owned()))
/// }
///
/// fn handle(user: Option<&str>) -> Result<(), Report> {
///     let user = user.ok_or_else(|| ProblemDetails::new(StatusCode::NOT_FOUND))?;
///     check(user)?;
///     Ok(())
/// }
///
/// assert_eq!(handle(None).unwrap_err().http_status(), 404);
///
/// let report = handle(Some("alice")).unwrap_err();
/// assert_eq!(report.to_string(), "quota of alice used up");
/// assert_eq!(report.to_details().detail(), Some("Your quota is used up."));
/// assert!(report.downcast_ref::<QuotaUsedUp>().is_some());
/// ```
#[derive(Clone)]
pub struct Report(
    // The box keeps it to one word: a pointer to a trait object has two, and `Result`s are moved about.
    Arc<Box<dyn Shared>>,
);

impl Report {
    /// Returns a report of an error that is not a problem: the response is a 500 that says nothing of it.
    ///
    /// The error with all its sources is kept for the log.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::Report;
    ///
    /// fn motd() -> Result<String, Report> {
    ///     std::fs::read_to_string("/nonexistent").map_err(Report::internal)
    /// }
    ///
    /// let report = motd().unwrap_err();
    /// assert_eq!(report.http_status(), 500);
    /// assert_eq!(report.to_details().detail(), Some("The server met an unexpected condition."));
    /// assert!(report.downcast_ref::<std::io::Error>().is_some());
    /// ```
    #[must_use]
    pub fn internal(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::from(Internal(error.into()))
    }

    /// Returns the error that the report was made of, if it is an `E`.
    ///
    /// Of an `anyhow::Error`, it is the error itself or a context, and what a report among these was made of.
    #[must_use]
    pub fn downcast_ref<E: Error + Send + Sync + 'static>(&self) -> Option<&E> {
        let error = self.0.as_error();
        if let Some(Internal(inner)) = error.downcast_ref() {
            return inner.downcast_ref();
        }
        #[cfg(feature = "anyhow")]
        if let Some(contexts) = error.downcast_ref::<anyhow::Contexts>() {
            return contexts.downcast_ref();
        }
        error.downcast_ref()
    }
}

impl<E: Problem + Send + Sync + 'static> From<E> for Report {
    fn from(error: E) -> Self {
        Self(Arc::new(Box::new(error)))
    }
}

impl Deref for Report {
    type Target = dyn Problem + Send + Sync;

    fn deref(&self) -> &Self::Target {
        self.0.as_problem()
    }
}

impl From<Report> for Box<dyn Problem + Send + Sync> {
    // Inlined, all that a problem can do is compiled for it where it is made, and not in every build of this crate.
    #[inline]
    fn from(report: Report) -> Self {
        Box::new(Held(report))
    }
}

/// A report as the problem that it is.
struct Held(Report);

impl Deref for Held {
    type Target = dyn Problem + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl Problem for Held {
    delegate!();
}

pass_through!(Held, |held| held.0);
pass_through!(Report, |report| **report);

/// A problem as either of its trait objects; Rust 1.85 does not yet convert the first to the second.
trait Shared: Send + Sync {
    fn as_problem(&self) -> &(dyn Problem + Send + Sync + 'static);
    fn as_error(&self) -> &(dyn Error + 'static);
}

impl<E: Problem + Send + Sync + 'static> Shared for E {
    fn as_problem(&self) -> &(dyn Problem + Send + Sync + 'static) {
        self
    }

    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}
