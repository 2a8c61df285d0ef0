use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404)]
    NotFound(#[problem(extension = "path")] String, Option<std::time::Duration>),
}

fn main() {}
