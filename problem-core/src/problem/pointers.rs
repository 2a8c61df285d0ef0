//! `Problem` for references, boxes and other pointers to a problem.

use crate::Problem;
use std::error::Error;
use std::sync::Arc;

/// Delegates every method that an impl may define; the provided methods are built on these.
macro_rules! delegate {
    () => {
        fn problem_type(&self) -> $crate::ProblemType<'_> {
            (**self).problem_type()
        }

        fn fmt_detail(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            (**self).fmt_detail(f)
        }

        fn fmt_instance(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            (**self).fmt_instance(f)
        }

        fn write_extensions(&self, members: &mut $crate::Members<'_>) {
            (**self).write_extensions(members);
        }

        fn write_headers(&self, headers: &mut http::HeaderMap) {
            (**self).write_headers(headers);
        }

        fn __constant(&self) -> $crate::write::json::Constant {
            (**self).__constant()
        }
    };
}
pub(crate) use delegate;

impl<T: Problem + ?Sized> Problem for &T {
    delegate!();
}

impl<T: Problem + ?Sized> Problem for Arc<T> {
    delegate!();
}

impl<T: Problem> Problem for Box<T> {
    delegate!();
}

/// Implements `Error` and `Problem` for boxed trait objects.
///
/// The impl of `Error` in std covers only boxes of sized errors, so each trait object is listed by name.
macro_rules! boxed_trait_object {
    ($($object:ty),*) => {$(
        impl<'a> Error for Box<$object> {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                (**self).source()
            }
        }

        impl<'a> Problem for Box<$object> {
            delegate!();
        }
    )*};
}

boxed_trait_object!(dyn Problem + 'a, dyn Problem + Send + 'a, dyn Problem + Send + Sync + 'a);
