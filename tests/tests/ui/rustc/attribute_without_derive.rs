#[derive(Debug, thiserror::Error)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

fn main() {}
