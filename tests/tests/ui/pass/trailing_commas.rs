use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(challenge = "Bearer",)]
enum LookupError {
    #[problem(status = 401,)]
    Unauthorized,
    #[problem(status = 404, header("x-path" = "{path}",),)]
    NotFound {
        #[problem(extension,)]
        path: String,
    },
}

fn main() {
    assert_eq!(LookupError::Unauthorized.to_response().headers()["www-authenticate"], "Bearer");
    let response = LookupError::NotFound { path: "/x".to_owned() }.to_response();
    assert_eq!(response.headers()["x-path"], "/x");
}
