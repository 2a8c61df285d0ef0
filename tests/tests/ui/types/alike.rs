use problem_core::{FromProblem, Problem};

#[allow(non_camel_case_types)]
#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[problem(types = "kebab-case", status = 404)]
enum E {
    #[error("a")]
    NotFound,
    #[error("b")]
    Not_Found,
    #[error("c")]
    #[problem(type = "gone")]
    Away,
    #[error("d")]
    Gone,
}

fn main() {}
