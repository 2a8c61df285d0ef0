use problem_core::Problem;

struct Limit(u32);

#[derive(thiserror::Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limit is {0:?}.")]
struct LimitReached(Limit);

impl std::fmt::Debug for LimitReached {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LimitReached")
    }
}

fn main() {}
