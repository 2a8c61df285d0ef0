use problem_core::Problem;

#[derive(Debug, thiserror::Error)]
#[error("not found")]
struct NotFound;

fn lookup() -> Result<(), Box<dyn Problem>> {
    Err(Box::new(NotFound))
}

fn main() {
    drop(lookup());
}
