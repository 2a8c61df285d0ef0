use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(status = 404)]
struct NotFound<'a> {
    #[problem(extension)]
    path: Option<&'a str>,
}

fn main() {}
