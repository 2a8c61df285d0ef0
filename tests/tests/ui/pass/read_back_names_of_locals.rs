use problem_core::{FromProblem, Problem, ProblemDetails};

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, header("x-input" = "{problem_input}"))]
    NotFound {
        #[problem(extension)]
        details: u32,
        #[problem(extension)]
        depth: u8,
        #[problem(extension, default)]
        inner: String,
        #[problem(default)]
        problem_details: u32,
        problem_input: u32,
        #[problem(default)]
        source: std::fmt::Error,
        #[problem(flatten)]
        members: std::collections::BTreeMap<String, u32>,
        #[problem(header = "x-key")]
        key: Option<u32>,
    },
    #[problem(other)]
    Other { problem_details: ProblemDetails },
}

fn main() {
    let (inner, members) = (String::new(), std::collections::BTreeMap::new());
    let error = LookupError::NotFound {
        details: 1,
        depth: 2,
        inner,
        problem_details: 0,
        problem_input: 3,
        source: std::fmt::Error,
        members,
        key: None,
    };
    assert_eq!(LookupError::from_problem_response(&error.to_response()).unwrap(), Ok(error));
}
