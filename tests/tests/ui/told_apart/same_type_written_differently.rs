use problem_core::FromProblem;

#[derive(FromProblem)]
enum E {
    #[problem(type = "limit")]
    Limit,
    #[problem(type = "./limit")]
    AlsoLimit,
}

fn main() {}
