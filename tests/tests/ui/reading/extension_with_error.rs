use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    Standard {
        #[problem(extension)]
        title: String,
    },
    #[problem(status = 404)]
    Tuple(#[problem(extension)] u32),
    #[problem(status = 409)]
    Both {
        #[problem(extension, flatten)]
        limit: std::collections::BTreeMap<String, u32>,
    },
    #[problem(status = 410)]
    Duplicate {
        #[problem(extension)]
        limit: u32,
        #[problem(extension = "limit")]
        maximum: u32,
    },
}

fn main() {}
