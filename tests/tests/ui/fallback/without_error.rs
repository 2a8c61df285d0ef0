use problem_core::Problem;

#[derive(Problem)]
enum LookupError {
    #[problem(statsu = 404)]
    NotFound,
}

fn main() {}
