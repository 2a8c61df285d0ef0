use problem_core::FromProblem;

#[derive(FromProblem)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
