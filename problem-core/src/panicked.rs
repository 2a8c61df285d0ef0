//! Panics that were caught. A client learns only the status code.

use crate::{Problem, ProblemType};
use http::StatusCode;
use std::any::Any;
use std::fmt;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The error of a handler that panicked.
#[derive(Debug)]
pub(crate) struct Panicked {
    message: Option<String>,
}

impl Panicked {
    pub(crate) fn new(panic: Box<dyn Any + Send>) -> Self {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let message = text.map(str::to_owned);
        drop_quietly(panic);
        Self { message }
    }
}

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(f, "panicked: {message}"),
            None => f.write_str("panicked"),
        }
    }
}

impl std::error::Error for Panicked {}

impl Problem for Panicked {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// Calls a function, and catches its panic.
///
/// After a panic, the caller may only drop what the function has borrowed.
#[cfg(feature = "tower")]
#[inline]
pub(crate) fn catch<T>(call: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(call)).map_err(Panicked::new)
}

/// Drops a value, and ignores a panic of its `Drop` impl.
pub(crate) fn drop_quietly<T>(value: T) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(value))) {
        // Dropping the value of this panic may panic again.
        mem::forget(panic);
    }
}
