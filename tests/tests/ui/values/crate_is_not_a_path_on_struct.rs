use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, crate = "")]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, crate = "facade<T>::problem")]
struct Gone;

#[derive(Debug, Error, Problem)]
#[error("locked")]
#[problem(status = 423, crate = "problem-core")]
struct Locked;

fn main() {}
