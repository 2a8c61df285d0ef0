use axum::response::{IntoResponse, Response};
use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("no such vault")]
#[problem(status = 404, manul)]
struct NoVault;

impl IntoResponse for NoVault {
    fn into_response(self) -> Response {
        Response::default()
    }
}

fn main() {}
