use problem_core::Problem;
use std::fmt::Debug;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError<'a, T: Debug + ?Sized = str, K = u32, const N: usize = 2>
where
    K: Debug,
{
    #[problem(status = 404, detail = "There is no {0:?}.")]
    NotFound(&'a T, [K; N]),
    #[problem(status = 410)]
    Gone {
        #[problem(extension)]
        key: Option<K>,
    },
}

fn main() {
    let error: LookupError<'_> = LookupError::NotFound("path", [1, 2]);
    assert_eq!(error.to_details().detail(), Some("There is no \"path\"."));
    let error: LookupError<'_> = LookupError::Gone { key: Some(7) };
    assert_eq!(error.to_details().extension("key"), Some(7));
}
