use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("order closed")]
#[problem(status = 409, instance = "shop{shop}:orders")]
struct OrderClosed {
    shop: String,
}

fn main() {}
