use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(status = 401, header("www-authenticate" = "Basic"), header("WWW-Authenticate" = "Bearer"))]
struct LoginFailed;

fn main() {
    let response = LoginFailed.to_response();
    assert_eq!(response.headers().get_all("www-authenticate").iter().count(), 2);
}
