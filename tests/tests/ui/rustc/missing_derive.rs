use problem_core::Problem;

#[derive(Debug, thiserror::Error)]
#[error("not found")]
struct NotFound;

fn send(problem: &impl Problem) {
    drop(problem.to_json());
}

fn main() {
    send(&NotFound);
    send(&std::fmt::Error);
}
