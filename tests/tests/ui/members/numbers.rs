use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 409,
    extension("too_large" = 1e400),
    extension("negative" = -1e400),
    extension("too_small" = 1.0e-400),
    extension("zero" = 0.0e-400),
    extension("u128" = 18_446_744_073_709_551_616),
    extension("i128" = -9_223_372_036_854_775_809),
    extension("suffix" = 7u8),
    extension("float_suffix" = 7.0f32),
    extension("negative_bool" = -true),
    extension("fine" = -9_223_372_036_854_775_808)
)]
struct Numbers;

fn main() {}
