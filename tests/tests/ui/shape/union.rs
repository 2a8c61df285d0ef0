use problem_core::Problem;

#[derive(Problem)]
#[problem(status = 500)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
