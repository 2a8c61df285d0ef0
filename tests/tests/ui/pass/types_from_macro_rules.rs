use problem_core::Problem;
use thiserror::Error;

macro_rules! problem {
    ($name:ident, $limit:ty) => {
        #[derive(Debug, Error, Problem)]
        #[error("a problem")]
        #[problem(status = 403)]
        struct $name<T: std::fmt::Debug> {
            #[problem(header = "x-limit")]
            limit: $limit,
            more: T,
        }
    };
}

problem!(LimitReached, Option<T>);

fn main() {
    let response = LimitReached { limit: Some(3), more: 4 }.to_response();
    assert_eq!(response.headers()["x-limit"], "3");
}
