use problem_core::Problem;
use std::rc::Rc;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 200, into_response(axum))]
struct Failed(Rc<str>);

fn main() {}
