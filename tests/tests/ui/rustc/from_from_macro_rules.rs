use problem_core::{FromProblem, Problem, ProblemDetails};

macro_rules! limit_error {
    ($details:ty) => {
        #[derive(Debug, thiserror::Error, Problem, FromProblem)]
        enum LimitError {
            #[error(transparent)]
            #[problem(other)]
            Other(#[from] $details),
        }
    };
}

// The derive reports the error, and rustc adds where the macro is called.
limit_error!(ProblemDetails);

fn main() {}
