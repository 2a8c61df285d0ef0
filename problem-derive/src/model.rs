//! The checked model of a type. Every rule has been applied to it, so that `expand` cannot fail.
//!
//! Each part is defined in the file that holds its rules.

mod build;
mod context;
mod declaration;
mod extensions;
mod formatted;
mod frameworks;
mod header_values;
mod headers;
mod identity;
mod input;
mod problem_type;
mod reading;
mod sending;
mod status;
mod texts;
mod transparent;

pub(crate) use self::build::{Field, Model, Variant, crate_and_frameworks, from_problem, problem};
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
