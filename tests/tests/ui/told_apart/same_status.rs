use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404)]
    Vault,
    #[problem(status = NOT_FOUND, detail = "There is no such secret.")]
    Secret,
}

fn main() {}
