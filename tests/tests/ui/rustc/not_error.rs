use problem_core::Problem;

#[derive(Debug, Problem)]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
