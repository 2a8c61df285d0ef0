use problem_core::Problem;
use std::fmt;

#[derive(Debug, Problem)]
#[problem(status = 404, display)]
struct NotFound;

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not found")
    }
}

fn main() {}
