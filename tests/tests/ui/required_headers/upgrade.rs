use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upgrade required")]
#[problem(status = 426, header("connection-hint" = "upgrade"))]
struct UpgradeRequired;

fn main() {}
