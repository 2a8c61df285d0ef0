use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(status = 409, extension("title" = "x"), extension("a b" = 1), extension("twice" = 1), extension("twice" = 2))]
enum E {
    #[error("a")]
    #[problem(extension("status" = 1))]
    Standard,
    #[error("b")]
    #[problem(extension("$id" = 1))]
    NotXml,
    #[error("c")]
    #[problem(extension("code" = 1), extension("code" = "x"))]
    Twice,
    #[error("d")]
    #[problem(extension("code" = 1))]
    BesideField {
        #[problem(extension)]
        code: u8,
    },
    #[error("e")]
    #[problem(extension("" = 1))]
    Empty,
}

fn main() {}
