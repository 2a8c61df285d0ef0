use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
enum E {
    #[error("a")]
    #[problem(status = 404, detail = Self::missing)]
    Missing,
    #[error("b")]
    #[problem(status = 404, detail = Self::with_argument)]
    WithArgument,
    #[error("c")]
    #[problem(status = 404, detail = Self::not_displayed)]
    NotDisplayed,
    #[error("d")]
    #[problem(status = 404, extension("code" = Self::not_serialised))]
    NotSerialised,
    #[error("e")]
    #[problem(status = 404, header("x-code" = Self::not_displayed))]
    Header,
    #[error("f")]
    #[problem(status = 405, header("allow" = Self::optional))]
    Required,
    #[error("g")]
    #[problem(status = 404, instance = no_self)]
    NoSelf,
    #[error("h")]
    #[problem(status = 404, extension("code" = CODE))]
    NoSuch,
    #[error("i")]
    Status(#[problem(status = Fault::status)] Fault),
    #[error("j")]
    #[problem(status = 404, detail = Self::by_value)]
    ByValue,
    #[error("k")]
    #[problem(status = 404, detail = TEXT)]
    Constant,
    #[error("l")]
    StatusByValue(#[problem(status = Fault::into_status)] Fault),
    #[error("m")]
    StatusOfAnother(#[problem(status = Fault::into_status)] u8),
    #[error("n")]
    #[problem(status = 405, header("allow" = Self::optional), header("allow" = Self::text))]
    RequiredByTwo,
}

const TEXT: &str = "a";

struct Opaque;

#[derive(Debug)]
struct Fault;

impl Fault {
    fn status(&self) -> i32 {
        404
    }

    fn into_status(self) -> u16 {
        404
    }
}

impl E {
    fn with_argument(&self, _: u8) -> u8 {
        1
    }

    fn not_displayed(&self) -> Opaque {
        Opaque
    }

    fn not_serialised(&self) -> Option<Opaque> {
        None
    }

    fn optional(&self) -> Option<&'static str> {
        None
    }

    fn text(&self) -> &'static str {
        "GET"
    }

    fn by_value(self) -> u8 {
        1
    }
}

fn no_self() -> &'static str {
    "/"
}

fn main() {}
