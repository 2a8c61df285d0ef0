use problem_core::Problem;

#[derive(Debug, Problem)]
pub enum VaultError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
