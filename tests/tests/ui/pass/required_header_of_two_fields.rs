use problem_core::Problem;
use thiserror::Error;

type Methods = Option<&'static str>;

#[derive(Debug, Error, Problem)]
#[error("method not allowed")]
#[problem(status = 405)]
struct MethodNotAllowed {
    #[problem(header = "allow")]
    more: Methods,
    #[problem(header = "allow")]
    allow: &'static str,
}

#[derive(Debug, Error, Problem)]
#[error("moved")]
#[problem(status = 410)]
struct Moved {
    #[problem(header = "location")]
    here: Option<&'static str>,
    #[problem(header = "location")]
    there: Option<&'static str>,
}

fn main() {
    let response = MethodNotAllowed { more: None, allow: "GET" }.to_response();
    assert_eq!(response.headers()["allow"], "GET");
    let response = Moved { here: None, there: Some("/there") }.to_response();
    assert_eq!(response.headers()["location"], "/there");
}
