use problem_core::FromProblem;

#[derive(FromProblem)]
#[problem(base = "https://example.com/problems/")]
enum LookupError {
    #[problem(status = 404, type = "not_found", title = "Not Found")]
    Vault,
    #[problem(status = 404, type = "https://example.com/problems/not_found", title = "Not Found")]
    Secret,
    #[problem(status = 404, type = "./not_found", title = "Not Found")]
    Agent,
}

fn main() {}
