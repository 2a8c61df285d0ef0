use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "{limit:>हिन्दी$} of {हिन्दी}", instance = "/{हिन्दी}")]
struct LimitReached {
    limit: u32,
    हिन्दी: usize,
}

fn main() {
    let details = LimitReached { limit: 3, हिन्दी: 5 }.to_details();
    assert_eq!(details.detail(), Some("    3 of 5"));
    assert_eq!(details.instance(), Some("/5"));
}
