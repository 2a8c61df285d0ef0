use problem_core::FromProblem;
use std::str::FromStr;

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Buffer<const N: usize>(Vec<u8>);

#[derive(Debug, PartialEq)]
struct Code<const N: usize>(String);

impl<const N: usize> FromStr for Code<N> {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() == N { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(status = 404)]
struct NotFound<const N: usize, const M: usize = 2> {
    #[problem(extension)]
    buffer: Buffer<N>,
    #[problem(header = "x-code", default)]
    code: Option<Code<M>>,
}

fn main() {
    let error = NotFound::<3>::from_problem_json(br#"{"status":404,"buffer":[1]}"#).unwrap();
    assert_eq!(error, Ok(NotFound { buffer: Buffer(vec![1]), code: None }));
}
