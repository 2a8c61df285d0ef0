//! The checked model of a type. Every rule has been applied to it, so that `expand` cannot fail.
//!
//! Each part is defined in the file that holds its rules.

mod build;
mod cases;
mod challenge;
mod context;
mod display;
mod error_like;
mod exposure;
mod extensions;
mod formatted;
mod frameworks;
mod header_values;
mod headers;
mod identity;
mod input;
mod member_names;
mod origin;
mod problem_type;
mod read_headers;
mod reading;
mod required_header;
mod sending;
mod status;
mod texts;
mod transparent;

pub(crate) use self::build::{Field, Model, Variant, crate_and_frameworks, from_problem, problem};
pub(crate) use self::extensions::{Extension, ExtensionValue, json_string};
pub(crate) use self::formatted::{FormatArgument, Formatted};
pub(crate) use self::frameworks::{Choice, Frameworks};
pub(crate) use self::headers::{Header, HeaderValue};
pub(crate) use self::identity::Identity;
pub(crate) use self::input::{member_name, option_content};
pub(crate) use self::origin::{Origin, WirePart};
pub(crate) use self::problem_type::ProblemType;
pub(crate) use self::reading::{Reading, clashing_from};
pub(crate) use self::sending::{Occurrence, Sending};
pub(crate) use self::status::Status;
pub(crate) use self::texts::{Detail, Instance};
pub(crate) use crate::attr::ValuePath;
