use problem_core::Problem;

#[derive(Problem)]
#[problem(statsu = 500)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
