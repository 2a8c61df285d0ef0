use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404, detail = "{0}")]
    NotFound(String),
    #[problem(status = 410, instance = "{path}")]
    Gone { path: String },
}

fn main() {}
