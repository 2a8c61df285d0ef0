use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(status = 404)]
struct NotFound<T>(T);

fn main() {
    drop(NotFound(7).to_json());
}
