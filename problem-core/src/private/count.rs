//! Widths and precisions of format strings.

use std::rc::Rc;
use std::sync::Arc;

/// Returns a width or precision, limited to the greatest value that formatting accepts without a panic.
pub fn capped<T: Count>(count: &T) -> usize {
    count.count().min(usize::from(u16::MAX))
}

/// A type that can be a width or precision.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a width or precision",
    label = "a field before `$` must be a `usize`"
)]
pub trait Count {
    fn count(&self) -> usize;
}

impl Count for usize {
    fn count(&self) -> usize {
        *self
    }
}

macro_rules! pointer_to_count {
    ($($pointer:ty),*) => {$(
        impl<T: Count + ?Sized> Count for $pointer {
            fn count(&self) -> usize {
                (**self).count()
            }
        }
    )*};
}

pointer_to_count!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);
