use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(status = 401, challenge = "Bearer, Basic realm=\"login\"")]
struct LoginFailed;

fn main() {
    assert_eq!(LoginFailed.to_response().headers()["www-authenticate"], "Bearer, Basic realm=\"login\"");
}
