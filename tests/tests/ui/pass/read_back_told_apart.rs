use problem_core::{FromProblem, ProblemDetails};

#[derive(Debug, PartialEq, FromProblem)]
#[problem(status = 404)]
enum LookupError {
    Vault,
    #[problem(status = 410, type = "about:blank")]
    Secret,
    #[problem(type = "https://example.com/agent")]
    Agent,
    #[problem(type = "https://example.com/Agent")]
    OtherAgent,
    #[problem(type = "https://example.com/any")]
    Any(#[problem(status)] http::StatusCode),
    Rest(#[problem(status)] http::StatusCode),
}

fn main() {
    let read = |status| LookupError::try_from(ProblemDetails::new(status)).unwrap();
    assert_eq!(read(http::StatusCode::NOT_FOUND), LookupError::Vault);
    assert_eq!(read(http::StatusCode::GONE), LookupError::Secret);
    assert_eq!(read(http::StatusCode::CONFLICT), LookupError::Rest(http::StatusCode::CONFLICT));
}
