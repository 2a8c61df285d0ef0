use problem_core::FromProblem;

#[derive(FromProblem)]
enum UpstreamError {
    Failed(#[problem(status)] u16),
    #[problem(type = "refused")]
    Refused(#[problem(status)] Option<http::StatusCode>),
}

fn main() {}
