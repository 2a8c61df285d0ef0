use std::fmt;

use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(status = 404, display)]
struct NotFound;

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not found")
    }
}

impl std::error::Error for NotFound {}

fn main() {
    assert_eq!(NotFound.to_details().detail(), Some("not found"));
}
