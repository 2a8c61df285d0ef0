use problem_core::Problem;

macro_rules! respond {
    ($($type:tt)*) => {};
}

macro_rules! other {
    ($($type:tt)*) => {};
}

mod macros {
    pub(crate) use respond;
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, emit(macros::respond, other, macros::respond))]
struct Failed;

fn main() {}
