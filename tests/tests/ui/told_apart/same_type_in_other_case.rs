use problem_core::FromProblem;

#[derive(FromProblem)]
enum LookupError {
    #[problem(status = 404, type = "https://example.com/not_found", title = "Not Found")]
    Vault,
    #[problem(status = 404, type = "HTTPS://Example.com/not_found", title = "Not Found")]
    Secret,
    #[problem(status = 404, type = "https://example.com/Not_Found", title = "Not Found")]
    Agent,
}

fn main() {}
