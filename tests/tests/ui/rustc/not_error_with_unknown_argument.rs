use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(statsu = 404)]
struct NotFound;

fn main() {
    drop(NotFound.to_json());
}
