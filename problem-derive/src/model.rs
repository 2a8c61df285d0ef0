//! The type as meant: every rule has been applied, and what is here can be expanded.
//!
//! Each part of the model stands in the file with its rules.

mod build;
mod context;
mod declaration;
mod extensions;
mod field_values;
mod formatted;
mod frameworks;
mod headers;
mod identity;
mod input;
mod problem_type;
mod reading;
mod sending;
mod status;
mod texts;
mod transparent;

pub(crate) use self::build::{crate_and_frameworks, from_problem, problem};
pub(crate) use self::extensions::Extension;
pub(crate) use self::formatted::{FormatArgument, Formatted};
pub(crate) use self::frameworks::{Choice, Frameworks};
pub(crate) use self::headers::{Header, HeaderValue};
pub(crate) use self::identity::Identity;
pub(crate) use self::input::option_content;
pub(crate) use self::problem_type::ProblemType;
pub(crate) use self::reading::{OnTheWire, Origin, Reading, clashing_from};
pub(crate) use self::sending::{Occurrence, Sending};
pub(crate) use self::status::Status;
pub(crate) use self::texts::{Detail, Instance};

use proc_macro2::TokenStream;
use syn::{DeriveInput, Member, Type};

/// A type with what a derive makes of its variants: a [`Sending`] or a [`Reading`].
pub(crate) struct Model<'a, M> {
    pub(crate) original: &'a DeriveInput,
    /// The path to problem-core.
    pub(crate) krate: TokenStream,
    pub(crate) frameworks: Frameworks,
    /// The variants of an enum; a struct is its own only variant.
    pub(crate) variants: Vec<Variant<'a, M>>,
}

pub(crate) struct Variant<'a, M> {
    /// `Self::NotFound`, or `Self` for a struct.
    pub(crate) path: TokenStream,
    /// Its meaning names a field by its index here.
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) meaning: M,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
}
