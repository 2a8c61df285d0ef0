use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("order closed")]
#[problem(status = 409, instance = "{shop}//orders/{order}")]
struct OrderClosed {
    shop: String,
    order: u32,
}

#[derive(Debug, Error, Problem)]
#[error("order closed")]
#[problem(status = 409, instance = "{0}{1}//orders")]
struct ShopClosed(String, String);

fn main() {}
