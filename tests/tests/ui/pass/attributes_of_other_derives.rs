use problem_core::Problem;
use serde::{Deserialize, Serialize};
use thiserror::Error;

#[derive(Debug, Clone, PartialEq, Error, Serialize, Deserialize, Problem)]
#[error("limit reached")]
#[serde(tag = "kind", rename_all = "SCREAMING_SNAKE_CASE")]
#[problem(rename_all = "camelCase")]
enum LimitError {
    #[serde(rename = "limit", alias = "quota")]
    #[problem(status = 403, type = "limit_reached", detail = "The limit is {max_count}.")]
    LimitReached {
        #[serde(default)]
        #[problem(extension)]
        max_count: u32,
        #[serde(skip)]
        #[problem(header = "x-tier")]
        tier: Option<String>,
    },
}

fn main() {
    let error = LimitError::LimitReached { max_count: 3, tier: Some("free".to_owned()) };
    assert_eq!(error.to_details().extension("maxCount"), Some(3));
    assert_eq!(error.to_response().headers()["x-tier"], "free");
    assert_eq!(serde_json::to_string(&error).unwrap(), r#"{"kind":"limit","max_count":3}"#);
}
