//! A report of an `anyhow::Error`, which may have a problem among its contexts.

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

/// A [`ProblemDetails`], a `Box<dyn Problem + Send + Sync>` or a `Report` decides what is sent, whether it is the error
/// itself or a context at any depth; anything else is as in [`Report::internal`], and so are details that were
/// [received](ProblemDetails#received-problems).
///
/// An error of a type of its own, [`Problem`] or not, is anything else, since there is no way to know it: make a `Report`
/// of it before anyhow has it.
/// Of several the outermost counts, and a context before the error itself; but of contexts of different types, whose
/// order anyhow does not tell, the first in the order above.
/// A source of an error is not one of its contexts, and is not looked at.
/// The error with all its contexts is kept for the log.
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
///         .context(ProblemDetails::new(StatusCode::NOT_FOUND).with_detail("There is no such page."))
///         .context("while answering")
/// }
///
/// let report = Report::from(read("/nonexistent").unwrap_err());
/// assert_eq!(report.http_status(), 404);
/// assert_eq!(report.to_details().detail(), Some("There is no such page."));
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

/// An error with all its contexts; one of them may be the problem that is sent for it.
pub(super) struct Contexts(Anyhow);

impl Contexts {
    pub(super) fn downcast_ref<E: Error + Send + Sync + 'static>(&self) -> Option<&E> {
        let report = || self.0.downcast_ref::<Report>().and_then(Report::downcast_ref);
        self.0.downcast_ref().or_else(report)
    }

    /// Returns the outermost `E`, and before it whether it is the error itself: unlike a context, that is in the chain
    /// of sources.
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
        // The error itself is within all contexts. anyhow does not tell which of these is the outer one.
        let outermost = found.into_iter().flatten().min_by_key(|(is_root, _)| *is_root);
        outermost.map_or(&InternalServerError, |(_, problem)| problem)
    }
}

impl Problem for Contexts {
    delegate!();
}

pass_through!(Contexts, |contexts| contexts.0);
