use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("inner")]
#[problem(status = 404)]
struct Inner;

#[derive(Debug, thiserror::Error, Problem)]
enum E {
    #[error("a")]
    #[problem(status = 400, detail = "x", type = "/x")]
    OfTheVariant(#[problem(transparent)] Inner, u8),
    #[error("b")]
    OfTheField(#[problem(transparent, extension = "inner")] Inner, #[problem(detail, status)] u16),
    #[error("c")]
    Two(#[problem(transparent)] Inner, #[problem(transparent)] Inner),
    #[error("d")]
    #[problem(transparent)]
    Both(#[problem(transparent)] Inner),
    #[error("e")]
    #[problem(other)]
    Other(#[problem(transparent)] Inner),
    #[error("f")]
    #[problem(transparent)]
    WithoutMark(Inner, u8),
    #[error("g")]
    Source(#[problem(transparent)] Inner, #[problem(header = "x-cause")] #[source] std::fmt::Error),
}

fn main() {}
