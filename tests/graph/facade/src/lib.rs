//! What an application of this house uses.

pub use axum_core::response::{IntoResponse, Response};
pub use problem_core as problem;
