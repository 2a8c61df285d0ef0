use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not_found", title = "Nothing", detail = "Not here.")]
    #[problem(instance = "/here", rename_all = "camelCase")]
    #[problem(type = "gone", title = "Gone", detail = "Not there.")]
    #[problem(instance = "/there", rename_all = "PascalCase")]
    NotFound,
}

fn main() {}
