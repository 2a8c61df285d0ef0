use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 0x194)]
    Hex,
    #[problem(status = 0b1_1001_0100)]
    Binary,
    #[problem(status = 4_0_4)]
    Underscores,
    #[problem(status = 404u16)]
    Suffix,
    #[problem(status = 404_i32)]
    SignedSuffix,
}

fn main() {
    use LookupError::{Binary, Hex, SignedSuffix, Suffix, Underscores};
    for error in [Hex, Binary, Underscores, Suffix, SignedSuffix] {
        assert_eq!(error.http_status(), 404);
    }
}
