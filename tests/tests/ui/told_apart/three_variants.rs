use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(status = 404)]
enum LookupError {
    Vault,
    Secret(#[problem(extension = "path")] String),
    r#Agent,
}

fn main() {}
