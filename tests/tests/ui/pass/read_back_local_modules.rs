#![allow(dead_code)]

mod core {}
mod std {}
mod serde {}
mod http {}
mod problem_core {}

mod facade {
    pub mod problem {
        pub use ::problem_core::*;
    }
}

#[derive(Debug, PartialEq, crate::facade::problem::FromProblem)]
#[problem(crate = "crate::facade::problem")]
enum LookupError {
    #[problem(status = 404)]
    NotFound {
        #[problem(extension)]
        path: String,
        #[problem(header = "x-limit", default)]
        limit: u32,
        #[problem(instance)]
        instance: Option<String>,
    },
    #[problem(transparent)]
    Details(facade::problem::ProblemDetails),
}

fn main() {
    let details = ::problem_core::ProblemDetails::new(::http::StatusCode::GONE);
    assert!(matches!(LookupError::try_from(details), Ok(LookupError::Details(_))));
}
