use std::fmt;

use problem_core::Problem;

#[derive(Problem)]
union Overlap {
    number: u32,
    bytes: [u8; 4],
}

impl fmt::Debug for Overlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Overlap")
    }
}

impl fmt::Display for Overlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("overlap")
    }
}

impl std::error::Error for Overlap {}

fn main() {
    let _ = Overlap { number: 7 }.to_json();
}
