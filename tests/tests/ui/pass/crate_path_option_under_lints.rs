#![deny(warnings)]

mod facade {
    pub(crate) use problem_core::*;
}

use facade::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(crate = "crate::facade", status = 404)]
struct NotFound(#[problem(header = "x-limit")] Option<u32>);

fn main() {
    assert!(!NotFound(None).to_response().headers().contains_key("x-limit"));
}
