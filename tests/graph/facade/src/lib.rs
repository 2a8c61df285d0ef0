//! Re-exports problem-core together with the types of a framework, as a shared crate of a team would.

pub use axum_core::response::{IntoResponse, Response};
pub use problem_core as problem;
