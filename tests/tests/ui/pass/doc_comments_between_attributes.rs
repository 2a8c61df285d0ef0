use problem_core::Problem;
use thiserror::Error;

/// The lookup failed.
#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
/// Another paragraph.
#[problem(status = 404)]
/// The last paragraph.
enum LookupError {
    /// Nothing was found.
    #[problem(type = "not_found")]
    /// Another paragraph of the variant.
    #[problem(detail = "There is nothing at {path}.")]
    #[doc(hidden)]
    NotFound {
        /// The path that was looked up.
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
