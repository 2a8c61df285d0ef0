use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(status = 404)]
struct NotFound<'a> {
    #[problem(extension)]
    path: &'a str,
}

fn main() {}
