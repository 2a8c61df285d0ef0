use problem_core::{FromProblem, Problem, ProblemDetails};

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("storage failed")]
enum StorageError {
    #[problem(status = 500, skip_deserializing)]
    Read(#[from] std::io::Error),
    #[problem(status = 500, skip_deserializing)]
    Write(#[source] std::fmt::Error, String),
    #[problem(status = 503, type = "busy", title = "Busy", skip_deserializing)]
    Busy,
    #[problem(status = 503, type = "busy", title = "Busy", skip_deserializing)]
    Full,
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::INTERNAL_SERVER_ERROR);
    assert!(StorageError::try_from(details).is_err());
}
