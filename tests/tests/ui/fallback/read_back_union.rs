use problem_core::{FromProblem, Problem, ProblemDetails};

#[derive(Clone, Copy, Problem, FromProblem)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

fn main() {
    let read = Overlap::try_from(ProblemDetails::new(http::StatusCode::NOT_FOUND));
    drop(read);
}
