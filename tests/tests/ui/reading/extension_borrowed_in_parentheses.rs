use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(status = 404)]
#[allow(unused_parens)]
struct NotFound {
    #[problem(extension)]
    path: (&'static str),
}

fn main() {}
