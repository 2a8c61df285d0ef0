use problem_core::FromProblem;

#[derive(FromProblem)]
enum StorageError {
    #[problem(status = 500)]
    Read(#[problem(default)] std::io::Error),
}

fn main() {}
