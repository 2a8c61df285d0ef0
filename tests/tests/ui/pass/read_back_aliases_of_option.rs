use problem_core::FromProblem;

type Optional<T> = Option<T>;
type Number = Option<u32>;

#[derive(Debug, PartialEq, FromProblem)]
#[problem(status = 404, header("x-third" = "{third}"))]
struct NotFound {
    #[problem(header = "x-first")]
    first: Optional<u32>,
    #[problem(header = "x-second")]
    second: Number,
    third: core::option::Option<u32>,
    #[problem(instance)]
    instance: Optional<String>,
    #[problem(extension)]
    member: Number,
    #[problem(retry_after)]
    wait: Number,
}

fn main() {
    let error = NotFound::from_problem_json(br#"{"status":404}"#).unwrap();
    let none = NotFound { first: None, second: None, third: None, instance: None, member: None, wait: None };
    assert_eq!(error, Ok(none));
}
