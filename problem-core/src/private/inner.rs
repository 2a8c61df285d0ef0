//! The inner problem of a variant under `transparent`.
//!
//! `Inner(&field).__problem()` resolves to an inherent method for a report, and to the trait method for any other type.

use crate::{Problem, Report};

#[derive(Clone, Copy, Debug)]
pub struct Inner<'a, T: ?Sized>(pub &'a T);

impl<'a> Inner<'a, Report> {
    #[must_use]
    pub fn __problem(self) -> &'a (dyn Problem + Send + Sync) {
        &**self.0
    }
}

pub trait AnyInner<'a> {
    type Problem: ?Sized;

    fn __problem(self) -> &'a Self::Problem;
}

impl<'a, T: ?Sized> AnyInner<'a> for Inner<'a, T> {
    type Problem = T;

    fn __problem(self) -> &'a T {
        self.0
    }
}

/// Returns the problem itself. The bound is there for the advice in rustc's error.
pub const fn inner_problem<T: InnerProblem + ?Sized>(problem: &T) -> &T {
    problem
}

/// A type that a field under `transparent` can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be turned into an HTTP problem",
    label = "not a `Problem`, so `transparent` cannot send it",
    note = "for your own error type, add `#[derive(Problem)]` and `#[problem(status = ...)]`",
    note = "for a type from another crate, replace `transparent` with a status: `#[problem(status = 500)]`"
)]
pub trait InnerProblem: Problem {}

// Without this attribute, the error would be about `Problem` and would advise wrapping the error in another one.
#[diagnostic::do_not_recommend]
impl<P: Problem + ?Sized> InnerProblem for P {}
