use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError<'a, T: std::fmt::Debug, const N: usize = 1>
where
    T: 'a,
{
    #[problem(statsu = 404)]
    NotFound([&'a T; N]),
}

fn main() {
    let status = LookupError::NotFound([&1]).http_status();
    println!("{status}");
}
