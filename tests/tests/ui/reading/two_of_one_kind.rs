use problem_core::FromProblem;

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    Instances(#[problem(instance)] String, #[problem(instance)] String),
    Statuses(#[problem(status)] http::StatusCode, #[problem(status)] http::StatusCode),
    #[problem(status = 429)]
    Delays(#[problem(retry_after)] u32, #[problem(retry_after)] u32),
    #[problem(status = 404)]
    Status(#[problem(status)] http::StatusCode),
    #[problem(status = 410, instance = "/gone")]
    Instance(#[problem(instance)] String),
}

fn main() {}
