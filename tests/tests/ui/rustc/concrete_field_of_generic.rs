use problem_core::Problem;
use thiserror::Error;

struct NoJson;

impl std::fmt::Debug for NoJson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("none")
    }
}

#[derive(Debug, Error, Problem)]
#[error("lookup failed {0}")]
#[problem(status = 404, detail = "{0}")]
struct NotFound<T>(T, #[problem(extension = "none")] NoJson);

fn main() {}
