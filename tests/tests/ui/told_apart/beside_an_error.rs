use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404)]
    Vault,
    #[problem(status = 404, titel = "Gone")]
    Secret,
    #[problem(status = 404)]
    Agent { name: String },
}

fn main() {}
