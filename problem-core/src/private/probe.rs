//! Detects at compile time whether a type is an error, where its name does not show it.
//!
//! `Probe::<T>::IS_ERROR` resolves to an inherent constant if `T` is an error, and to that of the trait otherwise.
//! `HOLDS_ERROR` does the same for the types of std that display an error as theirs without being one.

use std::borrow::Cow;
use std::error::Error;
use std::marker::PhantomData;
use std::rc::Rc;

#[derive(Debug)]
pub struct Probe<T: ?Sized>(PhantomData<T>);

impl<T: Error + ?Sized> Probe<T> {
    pub const IS_ERROR: bool = true;
}

impl<T: Error> Probe<Option<T>> {
    pub const HOLDS_ERROR: bool = true;
}

impl<T: Error + ?Sized> Probe<Rc<T>> {
    pub const HOLDS_ERROR: bool = true;
}

impl<T: Error + ToOwned + ?Sized> Probe<Cow<'_, T>> {
    pub const HOLDS_ERROR: bool = true;
}

pub trait NotAnError {
    const IS_ERROR: bool = false;
    const HOLDS_ERROR: bool = false;
}

impl<T: ?Sized> NotAnError for Probe<T> {}
