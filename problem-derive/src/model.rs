//! The type as meant: every rule has been applied, and what is here can be expanded.

mod build;
mod extensions;
mod field_values;
mod formatted;
mod frameworks;
mod headers;
mod input;
mod keys;
mod problem_type;
mod reading;
mod status;
mod texts;

use crate::template::{Format, Template};
use proc_macro2::{Ident, Span, TokenStream};
use syn::{DeriveInput, LitStr, Member, Path, Type};

pub(crate) use self::build::{build, crate_and_frameworks};
pub(crate) use self::input::option_content;
pub(crate) use self::keys::key;
pub(crate) use self::reading::clashing_from;

/// Which of the derives asks.
///
/// A mistake that both find is one error all the same: rustc reports what is said twice of the same token once.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Derive {
    #[default]
    Problem,
    FromProblem,
}

pub(crate) struct Model<'a> {
    pub(crate) original: &'a DeriveInput,
    /// The path to problem-core.
    pub(crate) krate: TokenStream,
    pub(crate) frameworks: Frameworks,
    /// The variants of an enum; a struct has itself for its only one.
    pub(crate) variants: Vec<Variant<'a>>,
}

/// What the handlers of which web frameworks may return the type.
pub(crate) struct Frameworks {
    pub(crate) choice: Choice,
    /// The macros of frameworks that problem-core does not know.
    pub(crate) macros: Vec<Path>,
}

pub(crate) enum Choice {
    /// Those that problem-core has features for, as far as the type fits.
    All,
    /// These, whether the type fits or not.
    Only(Vec<Ident>),
    /// None: the impls are written by hand.
    Manual,
}

pub(crate) struct Variant<'a> {
    /// `Self::NotFound`, or `Self` for a struct.
    pub(crate) path: TokenStream,
    /// All that is below names a field by its index here.
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) kind: Kind,
    /// `None` if it is not read back, and in a derive that reads none.
    pub(crate) reading: Option<Reading>,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
}

pub(crate) enum Kind {
    /// The problem in the only field decides everything.
    Transparent,
    Occurrence(Box<Occurrence>),
}

pub(crate) struct Occurrence {
    pub(crate) status: Status,
    pub(crate) type_uri: String,
    /// `None`: the phrase of a status code known at run time.
    pub(crate) title: Option<String>,
    pub(crate) detail: Detail,
    pub(crate) instance: Instance,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) headers: Vec<Header>,
}

/// How a variant is read back.
pub(crate) enum Reading {
    /// As the problem in the only field.
    Transparent,
    /// It takes whatever problem is none of the others.
    Other,
    /// As an occurrence, with where each of its fields comes from.
    Own(Vec<Origin>),
}

/// What tells a variant from the others on the wire.
#[derive(PartialEq)]
pub(crate) enum Key {
    /// A type of its own.
    Type(String),
    /// `about:blank` with this status code.
    Status(u16),
    /// `about:blank` with whatever status code is left.
    AnyStatus,
}

/// Where a field comes from.
pub(crate) struct Origin {
    pub(crate) place: Option<OnTheWire>,
    /// Whether it is its default where it cannot be had.
    pub(crate) or_default: bool,
}

impl Origin {
    /// The name of the extension member that it comes from.
    pub(crate) fn member(&self) -> Option<&str> {
        match &self.place {
            Some(OnTheWire::Member(name)) => Some(name),
            _ => None,
        }
    }
}

pub(crate) enum OnTheWire {
    Member(String),
    Flattened,
    /// The name in lower case.
    Header(String),
    RetryAfter,
    Instance,
    Status,
}

#[derive(Clone, Copy)]
pub(crate) enum Status {
    Fixed(u16),
    Field(usize),
}

pub(crate) enum Detail {
    /// The standard sentence of the status code.
    Standard,
    Text(String),
    Template(Formatted),
    /// The `Display` text of the error; rustc's errors about that point at the argument.
    Display(Span),
}

pub(crate) enum Instance {
    None,
    Text(String),
    Template(Formatted),
    Field(usize),
}

pub(crate) struct Extension {
    pub(crate) field: usize,
    /// `None`: its entries are the members.
    pub(crate) name: Option<String>,
}

pub(crate) struct Header {
    /// In lower case.
    pub(crate) name: String,
    pub(crate) value: HeaderValue,
}

pub(crate) enum HeaderValue {
    Text(String),
    Template(Formatted),
    Field(usize),
    /// The status code requires the header field, and nothing else brings it.
    RequiredField(usize),
    RetryAfter(usize),
    /// Sent if the status code, which a field holds, is 401.
    Challenge(String),
}

impl HeaderValue {
    /// The fields it is made from.
    pub(crate) fn fields(&self) -> Vec<usize> {
        match self {
            Self::Text(_) | Self::Challenge(_) => Vec::new(),
            Self::Template(formatted) => formatted.fields(),
            Self::Field(field) | Self::RequiredField(field) | Self::RetryAfter(field) => vec![*field],
        }
    }
}

/// A format string with the fields it names.
pub(crate) struct Formatted {
    pub(crate) literal: LitStr,
    pub(crate) template: Template,
    pub(crate) arguments: Vec<FormatArgument>,
}

pub(crate) struct FormatArgument {
    pub(crate) field: usize,
    /// The name it goes by in the format string; `None` for a tuple field.
    pub(crate) name: Option<Ident>,
    /// The traits that format it.
    pub(crate) formats: Vec<Format>,
    /// Whether it is a width or a precision somewhere.
    pub(crate) is_count: bool,
}

impl FormatArgument {
    /// Whether a placeholder means it, by its name or its index.
    pub(crate) fn is_named(&self, text: &str) -> bool {
        match &self.name {
            Some(name) => name == text,
            None => self.field.to_string() == text,
        }
    }
}

impl Formatted {
    /// The fields it names.
    pub(crate) fn fields(&self) -> Vec<usize> {
        self.arguments.iter().map(|argument| argument.field).collect()
    }

    /// The field whose `Display` is all that it is.
    pub(crate) fn only_field(&self) -> Option<usize> {
        let text = self.literal.value();
        let name = text.strip_prefix('{')?.strip_suffix('}')?;
        self.arguments.iter().find(|argument| argument.is_named(name)).map(|argument| argument.field)
    }
}
