//! The rules that the macro applies when it compiles and the runtime when it runs.
//!
//! problem-derive compiles this same directory, through a symbolic link, so that the two cannot differ.

pub(crate) mod escape;
pub(crate) mod header_fields;
pub(crate) mod member_name;
pub(crate) mod resolution;
pub(crate) mod status;
pub(crate) mod type_uri;
