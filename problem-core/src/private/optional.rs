//! Lets the compiler detect which fields are an `Option`.
//!
//! `Maybe(&field).__given()` resolves to an inherent method for an `Option` or a reference to one, and to the trait
//! method for any other type. An alias of `Option` therefore counts as one.

#[derive(Clone, Copy, Debug)]
pub struct Maybe<'a, T: ?Sized>(pub &'a T);

// With one impl for each type, rustc would report an ambiguity about a value that has an error already.
impl<'a, T: OptionLike> Maybe<'a, T> {
    #[must_use]
    pub fn __given(self) -> Option<&'a T::Content> {
        self.0.content()
    }
}

/// An `Option`, or a reference to one.
pub trait OptionLike {
    type Content;

    fn content(&self) -> Option<&Self::Content>;
}

impl<T> OptionLike for Option<T> {
    type Content = T;

    fn content(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> OptionLike for &Option<T> {
    type Content = T;

    fn content(&self) -> Option<&T> {
        self.as_ref()
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
