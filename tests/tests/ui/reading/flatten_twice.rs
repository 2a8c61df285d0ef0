use problem_core::FromProblem;
use std::collections::BTreeMap;

#[derive(FromProblem)]
#[problem(type = "limits")]
struct Limits {
    #[problem(flatten)]
    current: BTreeMap<String, u32>,
    #[problem(flatten)]
    maximum: BTreeMap<String, u32>,
}

fn main() {}
