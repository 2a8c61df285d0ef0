use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("too many requests")]
#[problem(status = 429, header("Retry-After" = "60"), header("x-list" = "1"), header("x-list" = "2"))]
enum LimitError {
    OfEnum(#[problem(retry_after)] u32),
    #[problem(header("retry-after" = "120"))]
    OfVariant,
    OfField(#[problem(header = "RETRY-AFTER")] u32),
}

#[derive(Debug, Error, Problem)]
#[error("too many requests")]
enum OtherLimitError {
    #[problem(status = 429, header("location" = "/a"), header("Location" = "/b"))]
    Twice,
    #[problem(status = 429)]
    InFields {
        #[problem(header = "retry-after")]
        text: String,
        #[problem(retry_after)]
        seconds: u32,
    },
}

#[derive(Debug, Error, Problem)]
#[error("moved")]
#[problem(status = 410, header("etag" = "\"1\""), header("etag" = "\"2\""))]
enum Moved {
    One,
    Two,
}

fn main() {}
