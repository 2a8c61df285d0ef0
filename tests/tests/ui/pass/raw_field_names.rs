use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("match failed")]
enum MatchError {
    #[problem(status = 404, detail = "no {match} of {type:>width$}", instance = "/{type}")]
    NoMatch {
        #[problem(extension = "kind")]
        r#type: u32,
        #[problem(header = "x-match")]
        r#match: u32,
        width: usize,
    },
}

fn main() {
    let error = MatchError::NoMatch { r#type: 1, r#match: 2, width: 3 };
    assert_eq!(error.to_details().detail(), Some("no 2 of   1"));
    assert_eq!(error.to_details().extension("kind"), Some(1));
    assert_eq!(error.to_response().headers()["x-match"], "2");
}
