use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404, type = "not_found")]
    Vault,
    #[problem(status = 404, type = "not_found")]
    Secret,
}

fn main() {}
