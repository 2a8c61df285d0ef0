use problem_core::FromProblem;

#[derive(Debug, PartialEq, FromProblem)]
enum RequestError {
    #[problem(status = 401)]
    Unauthorized,
    #[problem(status = 405)]
    Method(#[problem(header = "allow")] Option<String>),
    #[problem(status = 407)]
    Proxy,
    #[problem(status = 426)]
    Upgrade,
}

fn main() {
    let error = RequestError::from_problem_json(br#"{"status":401}"#).unwrap();
    assert_eq!(error, Ok(RequestError::Unauthorized));
}
