use problem_core::Problem;
use problem_tests::wire;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403)]
enum Titles {
    #[problem(type = "/t", title = "Out of \"credit\"\u{1}é")]
    Unit,
    #[problem(type = "/b", title = "No } before its {")]
    Braces,
    #[problem(type = "/u")]
    HTTPVersionNotOK(u8),
    #[problem(title = "Forbidden")]
    Named {},
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403, type = "/s", title = "Of a struct")]
struct Struct;

#[test]
fn a_title_is_written_out_or_made_from_the_name() {
    for (problem, title) in [
        (&Titles::Unit as &dyn Problem, "\"type\":\"/t\",\"title\":\"Out of \\\"credit\\\"\\u0001é\""),
        (&Titles::Braces, "\"type\":\"/b\",\"title\":\"No } before its {\""),
        (&Titles::HTTPVersionNotOK(1), "\"type\":\"/u\",\"title\":\"HTTP Version Not OK\""),
        (&Titles::Named {}, "\"type\":\"about:blank\",\"title\":\"Forbidden\""),
        (&Struct, "\"type\":\"/s\",\"title\":\"Of a struct\""),
    ] {
        assert_eq!(
            wire(problem),
            format!(
                "403\ncontent-type: application/problem+json\n\n\
                {{{title},\"status\":403,\"detail\":\"The credentials do not allow this request.\"}}"
            )
        );
    }
}
