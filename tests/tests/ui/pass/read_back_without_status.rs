use problem_core::FromProblem;

#[derive(Debug, PartialEq, FromProblem)]
#[problem(base = "https://example.com/problems/")]
enum LookupError {
    #[problem(type = "not_found", title = "Not Found", detail = "There is no such vault.")]
    NotFound,
    #[problem(type = "gone")]
    Gone,
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "locked")]
struct Locked;

fn main() {
    let json = br#"{"type":"https://example.com/problems/gone","status":410}"#;
    assert_eq!(LookupError::from_problem_json(json).unwrap(), Ok(LookupError::Gone));
    assert_eq!(Locked::from_problem_json(br#"{"type":"locked"}"#).unwrap(), Ok(Locked));
}
