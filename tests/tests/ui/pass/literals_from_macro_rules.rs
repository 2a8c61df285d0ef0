use problem_core::Problem;
use thiserror::Error;

macro_rules! problem {
    ($name:ident, $status:literal, $type:literal, $detail:literal, $header:literal, $key:expr) => {
        #[derive(Debug, Error, Problem)]
        #[error("a problem")]
        #[problem(status = $status, type = $type, detail = $detail)]
        #[problem(instance = "/{limit}", header($header = "{limit}"), title = $key)]
        struct $name {
            #[problem(extension)]
            limit: u32,
        }
    };
}

problem!(LimitReached, 403, "limit_reached", "The limit is {limit}.", "x-limit", "Limit");

fn main() {
    let details = LimitReached { limit: 3 }.to_details();
    assert_eq!(details.title(), Some("Limit"));
    assert_eq!(details.detail(), Some("The limit is 3."));
    assert_eq!(details.extension("limit"), Some(3));
    assert_eq!(LimitReached { limit: 3 }.to_response().headers()["x-limit"], "3");
}
