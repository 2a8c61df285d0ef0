// A source that is sent as members needs `expose`. A type that is only read sends nothing and does not.
use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, expose)]
    Failed {
        #[problem(extension = "cause")]
        source: ProblemDetails,
    },
    #[problem(status = 502, expose)]
    Upstream {
        #[problem(source, flatten)]
        upstream: ProblemDetails,
    },
}

#[derive(Debug, FromProblem)]
#[problem(status = 500)]
struct Received {
    #[problem(extension = "cause")]
    source: Option<ProblemDetails>,
}

fn main() {
    let source = ProblemDetails::new(http::StatusCode::GONE);
    let body = QueryError::Failed { source }.to_json();
    assert!(QueryError::from_problem_json(&body).unwrap().is_ok());
    assert!(Received::from_problem_json(&body).unwrap().unwrap().source.is_some());
    let upstream = ProblemDetails::new(http::StatusCode::GONE).with_extension("abc", &1);
    assert_eq!(QueryError::Upstream { upstream }.to_details().extension("abc"), Some(1));
}
