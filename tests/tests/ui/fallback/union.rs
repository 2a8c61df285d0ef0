use problem_core::Problem;

#[derive(Problem)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
