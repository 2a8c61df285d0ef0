use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum E<T: std::error::Error> {
    #[error("a {0}")]
    #[problem(status = 409)]
    Db(std::io::Error),
    #[error("b")]
    #[problem(status = 409, detail = "{cause}", header("x-c" = "{cause}"), extension("text" = "{cause}"))]
    Cause { cause: Option<Box<dyn std::error::Error>> },
    #[error("c")]
    #[problem(status = 409)]
    Parameter(#[problem(detail)] T),
    #[error("d")]
    #[problem(status = 409, display)]
    Own(std::fmt::Error),
}

fn main() {}
