use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(status = 401, title = "Unauthorized", detail = "Log in.", instance = "/login")]
#[problem(challenge = "Bearer", rename_all = "camelCase")]
#[problem(title = "Unauthorized", detail = "Log in first.", instance = "/logins")]
#[problem(challenge = "Basic", rename_all = "PascalCase")]
struct LoginFailed {
    #[problem(extension)]
    login_url: String,
}

fn main() {}
