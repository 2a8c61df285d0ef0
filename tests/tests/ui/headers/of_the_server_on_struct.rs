use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upgrade required")]
#[problem(status = 426, header("upgrade" = "h2c"), header("connection" = "upgrade"))]
struct UpgradeRequired;

fn main() {}
