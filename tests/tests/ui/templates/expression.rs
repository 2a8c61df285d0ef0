use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit.max}.")]
    Field { limit: std::ops::Range<u32> },
    #[problem(status = 403, detail = "The limit is {limit + 1}.")]
    Sum { limit: u32 },
    #[problem(status = 403, detail = "The limit is {limit()}.")]
    Call { limit: u32 },
    #[problem(status = 403, detail = "The limit is {self.limit}.")]
    OfSelf { limit: u32 },
}

fn main() {}
