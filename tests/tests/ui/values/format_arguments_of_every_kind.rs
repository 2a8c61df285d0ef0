use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "{0} of {1}", &self.used, self.limit)]
    Indexed { used: u32, limit: u32 },
    #[problem(status = 403, detail = "{used:w$}", w = 5)]
    NamedWidth { used: u32 },
    #[problem(status = 403, detail = "{used:>1$}", 5)]
    IndexedWidth { used: u32 },
    #[problem(status = 403, detail = "{used:.*}", 5)]
    Precision { used: f32 },
}

fn main() {}
