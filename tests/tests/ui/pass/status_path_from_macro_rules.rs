use problem_core::Problem;
use thiserror::Error;

macro_rules! problem {
    ($name:ident, $status:path, $field:ident) => {
        #[derive(Debug, Error, Problem)]
        #[error("a problem")]
        #[problem(status = $status)]
        struct $name {
            #[problem(extension)]
            $field: u32,
        }
    };
}

problem!(Forbidden, http::StatusCode::FORBIDDEN, limit);
problem!(Gone, GONE, since);

fn main() {
    assert_eq!(Forbidden { limit: 3 }.http_status(), 403);
    assert_eq!(Gone { since: 3 }.http_status(), 410);
}
