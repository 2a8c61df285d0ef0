use problem_core::Problem;

macro_rules! define {
    ($name:ident, $detail:path, $code:expr, $status:path) => {
        #[derive(Debug, thiserror::Error, Problem)]
        #[error("log")]
        #[problem(detail = $detail, extension("code" = $code))]
        struct $name(#[problem(status = $status)] Fault);
    };
}

define!(Arguments, Arguments::text, code, Fault::status);
define!(Missing, Missing::text, Missing::code, Fault::missing);

#[derive(Debug)]
struct Fault;

impl Fault {
    fn status(self) -> u16 {
        404
    }
}

impl Arguments {
    fn text(&self, _: u8) -> u8 {
        1
    }
}

fn code(_: u8) -> u8 {
    1
}

fn main() {}
