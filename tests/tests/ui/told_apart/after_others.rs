use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404)]
    Vault,
    #[problem(status = 410)]
    Gone,
    #[problem(type = "/secret")]
    Secret,
    #[problem(status = 409)]
    Locked,
    #[problem(status = 409)]
    Sealed,
}

fn main() {}
