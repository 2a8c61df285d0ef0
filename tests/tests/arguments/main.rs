//! Tests every argument of the derive on every shape of type, down to the bytes that it sends.

mod challenge;
mod crate_path;
mod detail;
mod display;
mod extension;
mod flatten;
mod frameworks;
mod generics;
mod header;
mod instance;
mod problem_type;
mod rename_all;
mod retry_after;
mod source;
mod status;
mod title;
mod transparent;
