use problem_core::Problem as _;

mod facade {
    pub(super) use problem_core as problem;
}

#[derive(Debug, thiserror::Error, facade::problem::Problem)]
#[error("log")]
#[problem(crate = "facade::problem", status = 409)]
enum Enum {
    #[problem(detail = "{0}", instance = "/{0}", header("x-a" = "{0}"))]
    Tuple(#[problem(extension = "value", header = "x-b")] u8),
}

#[derive(Debug, thiserror::Error, facade::problem::Problem)]
#[error("log")]
#[problem(crate = "self::facade::problem", status = 409)]
struct Struct;

#[test]
fn the_crate_can_be_found_at_another_path() {
    assert_eq!(Enum::Tuple(1).http_status(), 409);
    assert_eq!(Struct.http_status(), 409);
}
