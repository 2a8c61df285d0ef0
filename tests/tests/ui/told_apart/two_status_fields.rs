use problem_core::FromProblem;

#[derive(FromProblem)]
enum UpstreamError {
    Failed(#[problem(status)] http::StatusCode),
    #[problem(type = "upstream")]
    Typed(#[problem(status)] http::StatusCode),
    Refused {
        #[problem(status)]
        status: http::StatusCode,
    },
}

fn main() {}
