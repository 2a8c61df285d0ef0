//! Tests every argument of the derive on every shape of type, down to the bytes that it sends.

#![allow(
    clippy::ref_option,
    clippy::ref_option_ref,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "the arguments ask for methods of this form"
)]

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
mod member;
mod method;
mod problem_type;
mod rename_all;
mod retry_after;
mod source;
mod status;
mod title;
mod transparent;
mod types;
