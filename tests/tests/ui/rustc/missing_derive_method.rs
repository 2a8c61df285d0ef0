use problem_core::Problem;

#[derive(Debug, thiserror::Error)]
#[error("not found")]
struct NotFound;

fn main() {
    drop(NotFound.to_response());
}
