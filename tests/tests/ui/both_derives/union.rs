use problem_core::{FromProblem, Problem};

#[derive(Problem, FromProblem)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
