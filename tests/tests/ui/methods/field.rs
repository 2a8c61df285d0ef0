use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 409,
    detail = text,
    instance = place,
    header("x-place" = place),
    extension("text" = text)
)]
struct Fields {
    text: String,
    place: String,
}

fn main() {}
