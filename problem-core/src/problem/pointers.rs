//! A reference or box to a problem is that problem.

use crate::Problem;
use std::error::Error;
use std::sync::Arc;

/// Delegates every method that an impl may write; the provided ones follow from these.
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

/// std implements `Error` for a box of a sized error only, so the boxed trait objects are implemented by name.
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
