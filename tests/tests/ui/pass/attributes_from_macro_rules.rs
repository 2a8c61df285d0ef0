use problem_core::Problem;
use thiserror::Error;

macro_rules! problem {
    ($(#[$meta:meta])* enum $name:ident { $($(#[$of_variant:meta])* $variant:ident,)* }) => {
        #[derive(Debug, Error, Problem)]
        #[error("a problem")]
        $(#[$meta])*
        enum $name {
            $($(#[$of_variant])* $variant,)*
        }
    };
}

problem! {
    #[problem(base = "https://example.com/problems/")]
    enum LookupError {
        #[problem(status = 404, type = "not_found")]
        NotFound,
        #[problem(status = 410)]
        #[problem(type = "gone")]
        Gone,
    }
}

fn main() {
    assert_eq!(LookupError::NotFound.problem_type().type_uri(), "https://example.com/problems/not_found");
    assert_eq!(LookupError::Gone.http_status(), 410);
}
