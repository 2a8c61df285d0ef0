use problem_core::Problem;
use std::borrow::Cow;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("method not allowed")]
#[problem(status = 405)]
struct MethodNotAllowed {
    #[problem(header = "allow")]
    allow: Cow<'static, str>,
}

fn main() {
    let response = MethodNotAllowed { allow: "GET".into() }.to_response();
    assert_eq!(response.headers()["allow"], "GET");
}
