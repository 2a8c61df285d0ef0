use problem_core::{FromProblem, Problem};
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

#[derive(Debug, PartialEq, FromProblem)]
enum LookupError<E, H, D, F, I, P, R> {
    #[problem(status = 404)]
    Extension(#[problem(extension = "first")] Option<E>, #[problem(flatten)] BTreeMap<String, F>),
    #[problem(status = 409, header("x-third" = "{third}"))]
    Header {
        #[problem(header = "x-first")]
        first: H,
        #[problem(header = "x-second")]
        second: Option<H>,
        third: H,
        #[problem(instance)]
        instance: Option<H>,
    },
    #[problem(status = 410)]
    Default(#[problem(default)] D, #[problem(default)] PhantomData<P>),
    #[problem(status = 429)]
    TooFast(#[problem(retry_after)] R),
    #[problem(transparent)]
    Inner(I),
}

#[derive(Debug, Clone, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403, detail = "{limit} reached")]
struct LimitReached<T: Display + Debug> {
    #[problem(extension)]
    limit: T,
}

type Any = LookupError<u32, u8, String, u64, LimitReached<i64>, fn(), Option<u64>>;

fn main() {
    let error = LimitReached { limit: 7 };
    assert_eq!(Any::try_from(error.to_details()), Ok(LookupError::Inner(error.clone())));
    assert_eq!(LimitReached::from_problem_json(error.to_json().as_ref()).unwrap(), Ok(error));
    let gone = Any::from_problem_json(br#"{"status":410}"#).unwrap();
    assert_eq!(gone, Ok(LookupError::Default(String::new(), PhantomData)));
    let too_fast = Any::from_problem_json(br#"{"status":429}"#).unwrap();
    assert_eq!(too_fast, Ok(LookupError::TooFast(None)));
}
