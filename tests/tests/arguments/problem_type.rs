//! Tests of `type` and `base`.

use problem_core::Problem;
use problem_tests::wire;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Verbatim {
    #[problem(type = "relative")]
    Unit,
    #[problem(type = "tag:example@example.org,2021-09-17:OutOfLuck")]
    Tuple(u8),
    #[problem(type = "https://example.com/a%20b?q='#frag")]
    Named { unsent: u8 },
    #[problem(type = "about:blank")]
    Blank,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, type = "urn:x:y")]
struct Struct;

#[test]
fn a_type_is_sent_verbatim() {
    for (problem, expected) in [
        (&Verbatim::Unit as &dyn Problem, "\"type\":\"relative\",\"title\":\"Unit\""),
        (
            &Verbatim::Tuple(1),
            "\"type\":\"tag:example@example.org,2021-09-17:OutOfLuck\",\"title\":\"Tuple\"",
        ),
        (
            &Verbatim::Named { unsent: 1 },
            "\"type\":\"https://example.com/a%20b?q='#frag\",\"title\":\"Named\"",
        ),
        (&Verbatim::Blank, "\"type\":\"about:blank\",\"title\":\"Conflict\""),
        (&Struct, "\"type\":\"urn:x:y\",\"title\":\"Struct\""),
    ] {
        assert_eq!(
            wire(problem),
            format!(
                "409\ncontent-type: application/problem+json\n\n\
                {{{expected},\"status\":409,\
                \"detail\":\"The request conflicts with the current state of the resource.\"}}"
            )
        );
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, base = "https://example.com/problems/v1/")]
enum WithBase {
    #[problem(type = "limit")]
    Relative,
    #[problem(type = "../limit")]
    Up,
    #[problem(type = "/limit")]
    Path,
    #[problem(type = "//example.org/limit")]
    Authority,
    #[problem(type = "#limit")]
    Fragment,
    #[problem(type = "https://example.net/limit")]
    Absolute,
    Blank,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, base = "https://example.com/problems/", type = "limit")]
struct StructWithBase;

#[test]
fn a_type_is_resolved_against_the_base() {
    for (problem, type_uri) in [
        (&WithBase::Relative as &dyn Problem, "https://example.com/problems/v1/limit"),
        (&WithBase::Up, "https://example.com/problems/limit"),
        (&WithBase::Path, "https://example.com/limit"),
        (&WithBase::Authority, "https://example.org/limit"),
        (&WithBase::Fragment, "https://example.com/problems/v1/#limit"),
        (&WithBase::Absolute, "https://example.net/limit"),
        (&WithBase::Blank, "about:blank"),
        (&StructWithBase, "https://example.com/problems/limit"),
    ] {
        assert_eq!(problem.problem_type().type_uri(), type_uri);
        assert!(wire(problem).contains(&format!("{{\"type\":\"{type_uri}\",")));
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409)]
enum Shared {
    #[problem(type = "/shared", title = "Shared", detail = "one way")]
    One,
    #[problem(type = "/shared", title = "Shared", detail = "another")]
    Two,
}

#[test]
fn two_variants_can_share_a_type() {
    let (one, two) = (Shared::One.to_details(), Shared::Two.to_details());
    assert_eq!((one.type_uri(), one.title()), (two.type_uri(), two.title()));
}
