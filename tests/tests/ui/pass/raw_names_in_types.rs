use problem_core::Problem;
use std::fmt::Debug;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "{limit:?}")]
struct LimitReached<r#T: Debug, r#Type: Debug> {
    #[problem(extension)]
    limit: Vec<r#T>,
    #[problem(extension)]
    current: T,
    #[problem(header = "x-tier")]
    tier: r#Option<r#Type>,
}

fn main() {
    let error = LimitReached { limit: vec![3], current: 2, tier: Some("free") };
    assert_eq!(error.to_details().extension("limit"), Some(vec![3]));
    assert_eq!(error.to_details().extension("current"), Some(2));
    assert_eq!(error.to_response().headers()["x-tier"], "free");
    let error = LimitReached { limit: vec![3], current: 2, tier: None::<String> };
    assert!(!error.to_response().headers().contains_key("x-tier"));
}
