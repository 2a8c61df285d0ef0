use axum::response::{IntoResponse, Response};
use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, manual, into_response(axum))]
struct Failed;

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        self.to_string().into_response()
    }
}

fn main() {}
