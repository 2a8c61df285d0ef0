use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404)]
    Vault,
    #[problem(status = 404, skip_deserializing)]
    Secret,
    #[problem(status = 410, skip_deserializing)]
    Agent,
    #[problem(status = 410)]
    Share,
}

fn main() {}
