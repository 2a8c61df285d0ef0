use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(type = "not_found", title = "Not Found")]
    Vault,
    #[problem(type = "not_found", title = "Not Found")]
    Secret,
}

fn main() {}
