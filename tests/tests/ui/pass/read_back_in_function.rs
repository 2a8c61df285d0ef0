fn main() {
    use problem_core::{FromProblem, ProblemDetails as Details};

    type Optional<T> = Option<T>;

    #[derive(Debug, PartialEq, FromProblem)]
    enum LookupError {
        #[problem(status = 404)]
        NotFound(#[problem(header = "x-limit")] Optional<u32>),
        #[problem(status = 410, header("x-limit" = "{limit}"))]
        Gone { limit: u32 },
        #[problem(other)]
        Other(Details),
    }

    let error = LookupError::from(Details::new(http::StatusCode::NOT_FOUND));
    assert_eq!(error, LookupError::NotFound(None));
}
