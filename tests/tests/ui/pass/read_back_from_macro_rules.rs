use problem_core::{FromProblem, Problem, ProblemDetails};

macro_rules! errors {
    ($name:ident, $variant:ident, $status:literal, $uri:literal, $field:ident: $ty:ty, $details:ty, $member:literal) => {
        #[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
        #[error("failed")]
        enum $name {
            #[problem(status = $status, type = $uri)]
            $variant {
                #[problem(extension = $member)]
                $field: $ty,
                #[problem(header = "x-limit")]
                header: $ty,
                #[problem(header = "x-maximum")]
                optional: Option<$ty>,
                #[problem(default)]
                user: $ty,
            },
            #[problem(status = 404)]
            Tuple(#[problem(header = "x-limit")] $ty),
            #[problem(other)]
            Other($details),
        }
    };
}

errors!(LimitError, LimitReached, 403, "limit_reached", limit: u32, Box<ProblemDetails>, "maximum");

fn main() {
    let error = LimitError::LimitReached { limit: 1, header: 2, optional: Some(3), user: 0 };
    assert_eq!(LimitError::from_problem_response(&error.to_response()).unwrap(), Ok(error));
}
