use problem_core::{FromProblem, ProblemDetails};
use std::fmt::Debug;

#[derive(Debug, FromProblem)]
enum LookupError<'a, T: Debug + ?Sized, const N: usize = 1>
where
    T: 'a,
{
    #[problem(statsu = 404)]
    NotFound([&'a T; N]),
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    let error = LookupError::<'_, str, 1>::try_from(details);
    println!("{error:?}");
}
