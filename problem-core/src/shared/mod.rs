//! The rules that the derive macros apply at compile time and the runtime applies at run time.
//!
//! problem-derive compiles this same directory, through a symbolic link, so that the two cannot differ.

pub(crate) mod escape;
pub(crate) mod header_fields;
pub(crate) mod member_name;
pub(crate) mod resolution;
pub(crate) mod status;
pub(crate) mod type_uri;
