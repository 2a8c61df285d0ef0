//! Tests of `display` and `expose`.

use http::StatusCode;
use problem_core::Problem;
use problem_tests::body;
use std::io;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum OfTheEnum {
    #[error("client \"error\"")]
    #[problem(status = 404)]
    Client,
    #[error("client error with a source: {0}")]
    #[problem(status = 404)]
    WithSource(#[source] io::Error),
    #[error("the lowest status")]
    #[problem(status = 400)]
    Lowest,
    #[error("the highest status")]
    #[problem(status = 499)]
    Highest,
    #[error("server error")]
    #[problem(status = 500)]
    Server,
    #[error("status from a field")]
    Field(#[problem(status)] StatusCode),
    #[error("a detail of its own")]
    #[problem(status = 404, detail = "own")]
    Own,
    #[error("server error that says so")]
    #[problem(status = 500, display)]
    ServerDisplay,
    #[error("exposed: {0}")]
    #[problem(status = 502, display, expose)]
    Exposed(#[source] io::Error),
    #[error("transparent error: {0}")]
    #[problem(status = 400, detail = "sent: {0}", expose)]
    ExposedInDetail(#[from] io::Error),
}

#[test]
fn display_on_an_enum_covers_only_variants_that_cannot_leak() {
    let error = || io::Error::other("secret");
    for (problem, detail) in [
        (OfTheEnum::Client, "client \\\"error\\\""),
        (OfTheEnum::WithSource(error()), "There is nothing at this address."),
        (OfTheEnum::Lowest, "the lowest status"),
        (OfTheEnum::Highest, "the highest status"),
        (OfTheEnum::Server, "The server met an unexpected condition."),
        (OfTheEnum::Field(StatusCode::NOT_FOUND), "There is nothing at this address."),
        (OfTheEnum::Own, "own"),
        (OfTheEnum::ServerDisplay, "server error that says so"),
        (OfTheEnum::Exposed(error()), "exposed: secret"),
        (OfTheEnum::ExposedInDetail(error()), "sent: secret"),
    ] {
        let problem_type = problem.problem_type();
        assert_eq!(
            body(&problem),
            format!(
                "{{\"type\":\"about:blank\",\"title\":\"{}\",\"status\":{},\"detail\":\"{detail}\"}}",
                problem_type.title(),
                problem_type.status().as_u16(),
            )
        );
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("{unsent} displayed")]
#[problem(status = 500, display)]
struct Struct {
    unsent: u8,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("with its source: {0}")]
#[problem(status = 500, display, expose)]
struct WithSource(#[source] io::Error);

#[test]
fn a_struct_can_send_its_display_text() {
    let with_detail = |detail| {
        format!(
            "{{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"{detail}\"}}"
        )
    };
    assert_eq!(body(&Struct { unsent: 1 }), with_detail("1 displayed"));
    assert_eq!(body(&WithSource(io::Error::other("disk"))), with_detail("with its source: disk"));
}
