use problem_core::Problem;
use std::rc::Rc;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, into_response(axum))]
struct Failed(Rc<str>);

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, into_response(axum))]
struct Borrowed<'a, const N: usize>(Rc<[&'a str; N]>);

fn main() {}
