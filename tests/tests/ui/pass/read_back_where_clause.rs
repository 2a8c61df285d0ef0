use problem_core::{FromProblem, Problem};
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached<K, V = u32>
where
    K: Debug + Serialize + for<'de> Deserialize<'de>,
    Vec<V>: Debug + Default,
    V: Debug,
{
    #[problem(extension = "limit_key")]
    key: K,
    #[problem(extension)]
    values: Option<V>,
    #[problem(default)]
    seen: Vec<V>,
}

fn main() {
    let error = LimitReached { key: 1, values: Some(2), seen: Vec::<u32>::new() };
    assert_eq!(LimitReached::from_problem_json(error.to_json().as_ref()).unwrap(), Ok(error));
}
