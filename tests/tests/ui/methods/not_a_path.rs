use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
enum E {
    #[error("a")]
    #[problem(status = 409, detail = self.text())]
    MethodCall,
    #[error("b")]
    #[problem(status = 409, detail = Self::text())]
    Call,
    #[error("c")]
    #[problem(status = 409, instance = |e| "x")]
    Closure,
    #[error("d")]
    #[problem(status = 409, detail = concat!("a", "b"))]
    Macro,
    #[error("e")]
    #[problem(status = 409, header("x-a" = Self::text()))]
    Header,
    #[error("f")]
    #[problem(status = 409, detail = { "x" })]
    Block,
    #[error("g")]
    #[problem(status = 409, detail = true)]
    Boolean,
    #[error("h")]
    Status(#[problem(status = 404)] u16),
    #[error("i")]
    StatusCall(#[problem(status = u16::clone())] u16),
}

fn main() {}
