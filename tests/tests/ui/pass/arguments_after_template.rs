use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream answered {status}")]
#[problem(detail = "Upstream answered {status}.", status = 502, type = "/upstream")]
struct Upstream {
    status: u16,
}

fn main() {
    assert_eq!(Upstream { status: 418 }.to_details().detail(), Some("Upstream answered 418."));
}
