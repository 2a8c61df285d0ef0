//! Fields that may hold an `Option`, told apart by the compiler.
//!
//! `Maybe(&field).__given()` finds the inherent method on an `Option` or a reference to one, and that of the trait on
//! all else, so that an alias of `Option` counts as one.

#[derive(Clone, Copy, Debug)]
pub struct Maybe<'a, T: ?Sized>(pub &'a T);

impl<'a, T> Maybe<'a, Option<T>> {
    #[must_use]
    pub const fn __given(self) -> Option<&'a T> {
        self.0.as_ref()
    }
}

impl<'a, T> Maybe<'a, &Option<T>> {
    #[must_use]
    pub const fn __given(self) -> Option<&'a T> {
        self.0.as_ref()
    }
}

pub trait Given<'a> {
    type Value: ?Sized;

    fn __given(self) -> Option<&'a Self::Value>;
}

impl<'a, T: ?Sized> Given<'a> for Maybe<'a, T> {
    type Value = T;

    fn __given(self) -> Option<&'a T> {
        Some(self.0)
    }
}
