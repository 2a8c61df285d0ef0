use problem_core::{FromProblem, Problem};

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("match failed")]
enum r#Match {
    #[problem(status = 404, r#type = "no_match", header("x-fn" = "{fn}"))]
    r#No {
        #[problem(extension = "kind")]
        r#type: u32,
        #[problem(extension)]
        r#match: u32,
        #[problem(header = "x-ref")]
        r#ref: u32,
        r#fn: u32,
        #[problem(r#default)]
        r#loop: u32,
    },
}

fn main() {
    let error = r#Match::No { r#type: 1, r#match: 2, r#ref: 3, r#fn: 4, r#loop: 0 };
    assert_eq!(Match::from_problem_response(&error.to_response()).unwrap(), Ok(error));
}
