use problem_core::FromProblem;

#[derive(FromProblem)]
enum MatchError {
    #[problem(status = 404)]
    r#Match { r#type: u32 },
}

fn main() {}
