#![deny(deprecated)]

use problem_core::{FromProblem, Problem};

#[deprecated]
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[allow(deprecated)]
struct Old;

#[derive(Debug, PartialEq, Problem, FromProblem)]
#[allow(deprecated)]
enum LookupError {
    #[deprecated]
    #[problem(status = 404)]
    NotFound {
        #[deprecated]
        #[problem(extension)]
        path: Option<Old>,
        #[problem(default)]
        old: Old,
    },
    #[problem(transparent)]
    Inner(Inner),
}

#[deprecated]
#[derive(Debug, PartialEq, Problem, FromProblem)]
#[problem(status = 410)]
struct Inner {
    #[deprecated]
    #[problem(extension)]
    path: String,
}

#[allow(deprecated)]
const _: () = {
    impl std::fmt::Display for LookupError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("failed")
        }
    }
    impl std::error::Error for LookupError {}
    impl std::fmt::Display for Inner {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("failed")
        }
    }
    impl std::error::Error for Inner {}
};

fn main() {
    assert!(LookupError::from_problem_json(br#"{"status":410,"path":"a"}"#).unwrap().is_ok());
}
