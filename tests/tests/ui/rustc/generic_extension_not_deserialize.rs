use problem_core::FromProblem;

#[derive(Debug)]
struct Limit(u32);

#[derive(Debug, FromProblem)]
#[problem(status = 403)]
struct LimitReached<T> {
    #[problem(extension)]
    limit: Option<T>,
}

fn main() {
    println!("{:?}", LimitReached::<u32>::from_problem_json(b"{}"));
    println!("{:?}", LimitReached::<Limit>::from_problem_json(b"{}"));
}
