use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[cfg_attr(all(), problem(base = "https://example.com/problems/"))]
enum LookupError {
    #[cfg_attr(all(), problem(status = 404, type = "not_found"))]
    #[cfg_attr(any(), problem(status = 410))]
    NotFound {
        #[cfg_attr(all(), problem(extension))]
        path: String,
    },
    #[cfg(any())]
    Gone,
}

fn main() {
    let error = LookupError::NotFound { path: "/x".to_owned() };
    assert_eq!(error.http_status(), 404);
    assert_eq!(error.problem_type().type_uri(), "https://example.com/problems/not_found");
    assert_eq!(error.to_details().extension::<String>("path").as_deref(), Some("/x"));
}
