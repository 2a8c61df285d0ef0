//! Reports of an `anyhow::Error`, which may have a problem among its contexts.

use super::Report;
use super::internal::InternalServerError;
use super::pass_through::pass_through;
use crate::problem::delegate;
use crate::{Problem, ProblemDetails};
use anyhow::Error as Anyhow;
use std::error::Error;
use std::ops::Deref;
use std::ptr;

type BoxedProblem = Box<dyn Problem + Send + Sync>;

/// Converts an `anyhow::Error` into a report of the problem that it holds.
///
/// The problem is a [`ProblemDetails`], a `Box<dyn Problem + Send + Sync>` or a `Report`.
/// It can be the error itself or a context at any depth.
/// Without one, the response is a 500, as with [`Report::internal`].
/// The response is also a 500 if the problem is a `ProblemDetails` that was
/// [received](ProblemDetails#received-problems).
///
/// Any other type cannot be recognised, even if it implements [`Problem`].
/// Convert such an error to a `Report` before it becomes an `anyhow::Error`.
/// [The guide](crate::guide::error_crates#anyhow) shows how.
///
/// If there are several problems, a context takes precedence over the error itself.
/// Among contexts of the same type, the outermost takes precedence.
/// anyhow does not reveal the order of contexts of different types.
/// Among those, the first type in the list above takes precedence.
///
/// Only contexts and the error itself are searched, not the sources of the error.
/// The report keeps the error and all its contexts for the log.
///
/// # Examples
///
/// ```
/// use anyhow::Context;
/// use http::StatusCode;
/// use problem_core::{ProblemDetails, Report};
///
/// fn read(path: &str) -> anyhow::Result<String> {
///     std::fs::read_to_string(path)
///         .with_context(|| format!("cannot read {path}"))
///         .context(ProblemDetails::new(StatusCode::NOT_FOUND).with_detail("No such page."))
///         .context("while answering")
/// }
///
/// let report = Report::from(read("/nonexistent").unwrap_err());
/// assert_eq!(report.http_status(), 404);
/// assert_eq!(report.to_details().detail(), Some("No such page."));
/// assert_eq!(report.to_string(), "while answering");
///
/// let report = Report::from(anyhow::anyhow!("disk on fire"));
/// assert_eq!(report.http_status(), 500);
/// assert_eq!(report.to_details().detail(), Some("The server met an unexpected condition."));
/// assert_eq!(report.to_string(), "disk on fire");
/// ```
impl From<Anyhow> for Report {
    fn from(error: Anyhow) -> Self {
        Self::from(Contexts(error))
    }
}

/// An error with all its contexts. One of them may be the problem to send.
pub(super) struct Contexts(Anyhow);

impl Contexts {
    pub(super) fn downcast_ref<E: Error + Send + Sync + 'static>(&self) -> Option<&E> {
        let report = || self.0.downcast_ref::<Report>().and_then(Report::downcast_ref);
        self.0.downcast_ref().or_else(report)
    }

    /// Returns the outermost `E`, preceded by whether it is the error itself rather than a context.
    ///
    /// Unlike a context, the error itself is in the chain of sources.
    fn outermost<E: Error + Send + Sync + 'static>(&self) -> Option<(bool, &E)> {
        let outermost = self.0.downcast_ref::<E>()?;
        let mut sources = self.0.chain().filter_map(|source| source.downcast_ref::<E>());
        Some((sources.any(|source| ptr::eq(source, outermost)), outermost))
    }
}

impl Deref for Contexts {
    type Target = dyn Problem + Send + Sync;

    fn deref(&self) -> &Self::Target {
        let found: [Option<(bool, &Self::Target)>; 3] = [
            self.outermost::<ProblemDetails>().map(|(is_root, details)| (is_root, details as _)),
            self.outermost::<BoxedProblem>().map(|(is_root, problem)| (is_root, &**problem)),
            self.outermost::<Report>().map(|(is_root, report)| (is_root, &**report)),
        ];
        // Every context is outside of the error itself. anyhow does not reveal which context is the outer one.
        let outermost = found.into_iter().flatten().min_by_key(|(is_root, _)| *is_root);
        outermost.map_or(&InternalServerError, |(_, problem)| problem)
    }
}

impl Problem for Contexts {
    delegate!();
}

pass_through!(Contexts, |contexts| contexts.0);
