use problem_core::FromProblem;

#[derive(Debug, FromProblem)]
enum E {
    #[problem(type = "a", status = 404)]
    Twice,
    #[problem(type = "a", status = 404)]
    Again,
    #[problem(type = "b")]
    Standard {
        #[problem(extension = "detail")]
        text: String,
        #[problem(extension)]
        title: String,
    },
    #[problem(type = "c")]
    TwoOfOne {
        #[problem(extension = "a")]
        one: u8,
        #[problem(extension = "a")]
        two: u8,
    },
    #[problem(type = "d")]
    Details(#[problem(detail)] String, #[problem(detail)] String),
    #[problem(type = "e")]
    Method(#[problem(status = u16::clone)] u16),
    #[problem(type = "f", detail = "x")]
    Both(#[problem(detail)] String),
}

fn main() {}
