use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404, type = "ABOUT:blank")]
    Vault,
    #[problem(status = 404)]
    Secret,
}

fn main() {}
