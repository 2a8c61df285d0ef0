use problem_core::FromProblem;

struct Incident(u32);

#[derive(FromProblem)]
enum LimitError {
    #[problem(status = 403)]
    Field(#[problem(instance)] Incident),
    #[problem(status = 404)]
    Optional(#[problem(instance)] Option<Incident>),
}

fn main() {}
