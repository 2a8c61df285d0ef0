use problem_core::Problem;
use thiserror::Error;

/// The lookup failed.
#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
/// And says why.
#[problem(status = 404)]
/// One way or another.
enum LookupError {
    /// There is nothing.
    #[problem(type = "not_found")]
    /// Not even a hint.
    #[problem(detail = "There is nothing at {path}.")]
    #[doc(hidden)]
    NotFound {
        /// Where it was looked for.
        #[problem(extension)]
        #[allow(clippy::struct_field_names)]
        path: &'static str,
    },
}

fn main() {
    let details = LookupError::NotFound { path: "/x" }.to_details();
    assert_eq!(details.type_uri(), "not_found");
    assert_eq!(details.detail(), Some("There is nothing at /x."));
}
