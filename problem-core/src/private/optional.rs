//! Lets the compiler detect which fields are an `Option`.
//!
//! `Maybe(&field).__given()` resolves to an inherent method for an `Option` or a reference to one, and to the trait
//! method for any other type. An alias of `Option` therefore counts as one.

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
