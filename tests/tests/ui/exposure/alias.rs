use problem_core::Problem;

type Cause = std::io::Error;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum E {
    #[error("a {0}")]
    #[problem(status = 409)]
    Aliased(Box<Cause>),
    #[error("b")]
    #[problem(status = 409, detail = "{0}")]
    Fine(String, std::net::IpAddr),
    #[error("c")]
    #[problem(status = 409, detail = "{0}")]
    Invalid(http::uri::InvalidUri),
    #[error("d")]
    #[problem(status = 409, header("x-cause" = "{0:?}"))]
    InAnOption(Maybe),
    #[error("e")]
    #[problem(status = 409, instance = "/{0}")]
    Shared(Shared),
    #[error("f")]
    #[problem(status = 409)]
    Borrowed(#[problem(detail)] MaybeBorrowed<'static>),
    #[error("g")]
    #[problem(status = 409, extension("cause" = "{0:?}"))]
    Itself(Vec<u8>, #[problem(detail)] &'static Self),
}

type Maybe = Option<Cause>;
type Shared = std::rc::Rc<std::fmt::Error>;
type MaybeBorrowed<'a> = std::borrow::Cow<'a, std::str::Utf8Error>;

#[derive(Debug)]
struct Failure<'a>(&'a str);

impl std::fmt::Display for Failure<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Failure<'_> {}

#[derive(Debug, thiserror::Error, Problem)]
#[error("h")]
#[problem(status = 409)]
struct WithLifetime<'a>(#[problem(detail)] Failure<'a>);

fn main() {}
