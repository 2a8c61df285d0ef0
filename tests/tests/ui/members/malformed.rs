use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(extension, status = 409)]
enum E {
    #[error("a")]
    #[problem(extension = "code")]
    OnlyAName,
    #[error("b")]
    #[problem(extension())]
    Empty,
    #[error("c")]
    #[problem(extension("code"))]
    NoValue,
    #[error("d")]
    #[problem(extension("code" =))]
    CutOff,
    #[error("e")]
    #[problem(extension(code = "x"))]
    NameWithoutQuotes,
    #[error("f")]
    #[problem(extension("code" = 'x'))]
    Char,
    #[error("g")]
    #[problem(extension("code" = Self::code()))]
    Call,
    #[error("h")]
    #[problem(extension("code" = 1 + 2))]
    Sum,
    #[error("i")]
    #[problem(extension("code" = 1, "more" = 2))]
    Two,
    #[error("j")]
    #[problem(extension("code" = "{}", 1))]
    Arguments,
    #[error("k")]
    #[problem(extension("code"x = 1))]
    Suffix,
    #[error("l")]
    #[problem(extension("code" = "x"y))]
    SuffixOfValue,
    #[error("m")]
    #[problem(extension("code" = -"x"))]
    NegativeText,
    #[error("n")]
    #[problem(extension("code" = [1]))]
    List,
    #[error("o")]
    #[problem(extension("code" => 1))]
    Arrow,
    #[error("p")]
    #[problem(extension("code" == 1))]
    Equal,
    #[error("q")]
    #[problem(extension("code" = Self::code detail = "x"))]
    NoComma,
}

fn main() {}
