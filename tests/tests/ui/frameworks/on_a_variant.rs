use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
enum ApiError {
    #[error("a")]
    #[problem(status = 500, manual)]
    A,
    #[error("b")]
    #[problem(status = 501, into_response(axum))]
    B,
    #[error("c")]
    #[problem(status = 502, emit(respond))]
    C {
        #[problem(manual)]
        field: u8,
    },
}

fn main() {}
