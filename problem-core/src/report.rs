//! A type that holds any problem, for handlers without an error type of their own.

#[cfg(feature = "anyhow")]
mod anyhow;
mod internal;
mod pass_through;

use self::internal::Internal;
pub(crate) use self::pass_through::pass_through;
use crate::Problem;
use crate::problem::delegate;
use std::error::Error;
use std::ops::Deref;
use std::sync::Arc;
#[cfg(feature = "tower")]
use std::sync::OnceLock;
#[cfg(feature = "tower")]
use uuid::Uuid;

/// An error that holds any [`Problem`] behind one pointer.
///
/// Use it in handlers that have no error type of their own.
/// With the feature of a [web framework](crate::guide::frameworks), a handler can return a `Report`, and middleware can
/// log the error behind a response.
///
/// The `?` operator converts every `Problem` that is `Send`, `Sync` and `'static` into a `Report`.
/// A report dereferences to its problem, so all methods of [`Problem`] can be called on it.
/// It does not implement `Problem` itself: that would conflict with `From<E: Problem>`.
///
/// `Display`, `Debug` and `source()` are those of the original error.
/// Cloning a report is cheap, because the clone shares the error.
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
    // The inner box keeps a report to one word, since `Result`s are moved a lot. A pointer to a trait object takes two.
    Arc<Content>,
);

struct Content {
    error: Box<dyn Shared>,
    /// A random id, made on first use.
    #[cfg(feature = "tower")]
    id: OnceLock<Uuid>,
}

impl Report {
    /// Creates a report of an error that is not a problem.
    ///
    /// The response is a 500 that reveals nothing about the error.
    /// The report keeps the error and all its sources for the log.
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

    /// Returns the response of the problem, with this report in its extensions.
    ///
    /// Middleware finds the report there, and logs it.
    /// A [`ProblemLayer`](crate::layer::ProblemLayer) renders it again in the format that the request asks for.
    /// The impls for [web frameworks](crate::guide::frameworks) return this response; use it in a server without one.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::{ProblemDetails, Report};
    ///
    /// let report = Report::from(ProblemDetails::new(http::StatusCode::NOT_FOUND));
    /// let response = report.into_http_response();
    /// assert_eq!(response.status(), 404);
    /// assert!(response.extensions().get::<Report>().is_some());
    /// ```
    #[must_use]
    pub fn into_http_response(self) -> http::Response<bytes::Bytes> {
        let mut response = self.to_response();
        response.extensions_mut().insert(self);
        response
    }

    /// Returns a random id, which is the same on every call and for every clone.
    #[cfg(feature = "tower")]
    pub(crate) fn id(&self) -> Uuid {
        *self.0.id.get_or_init(Uuid::new_v4)
    }

    /// Returns the original error if it is an `E`.
    ///
    /// In a report of an `anyhow::Error`, the `E` can be the error itself or one of its contexts.
    /// If one of these is a `Report`, this also finds the original error of that report.
    #[must_use]
    pub fn downcast_ref<E: Error + Send + Sync + 'static>(&self) -> Option<&E> {
        let error = self.0.error.as_error();
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
        Self(Arc::new(Content {
            error: Box::new(error),
            #[cfg(feature = "tower")]
            id: OnceLock::new(),
        }))
    }
}

impl Deref for Report {
    type Target = dyn Problem + Send + Sync;

    fn deref(&self) -> &Self::Target {
        self.0.error.as_problem()
    }
}

impl From<Report> for Box<dyn Problem + Send + Sync> {
    // Without `#[inline]`, the methods of `Held` would be compiled in every build of this crate, even if nothing calls
    // this.
    #[inline]
    fn from(report: Report) -> Self {
        Box::new(Held(report))
    }
}

/// A wrapper that implements [`Problem`] for a report.
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

/// Converts an error to either trait object. Rust 1.85 cannot yet upcast a `dyn Problem` to a `dyn Error`.
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
