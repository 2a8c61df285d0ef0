use problem_core::{Problem, ProblemDetails};
use problem_tests::wire;
use std::sync::Arc;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(
    status = 429,
    type = "/slow",
    detail = "wait {0}",
    instance = "/slow/{0}",
    header("x-inner" = "{0}")
)]
struct Inner(#[problem(extension = "seconds", retry_after)] u64);

#[derive(Debug, thiserror::Error, Problem)]
#[problem(status = 400, display, header("x-outer" = "1"))]
enum Outer {
    #[error(transparent)]
    #[problem(transparent)]
    Tuple(#[from] Inner),
    #[error("log")]
    #[problem(transparent)]
    Named {
        #[source]
        inner: Inner,
    },
    #[error("log")]
    #[problem(transparent)]
    Boxed(Box<dyn Problem + Send + Sync>),
    #[error("log")]
    #[problem(transparent)]
    Shared(#[problem(source)] Arc<dyn Problem>),
    #[error("log")]
    #[problem(transparent)]
    Details(ProblemDetails),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error(transparent)]
#[problem(transparent)]
struct Struct(Inner);

#[test]
fn the_inner_problem_decides_everything() {
    let expected = "429\ncontent-type: application/problem+json\nx-inner: 2\nretry-after: 2\n\n\
        {\"type\":\"/slow\",\"title\":\"Inner\",\"status\":429,\"detail\":\"wait 2\",\"instance\":\"/slow/2\",\
        \"seconds\":2}";
    assert_eq!(wire(&Inner(2)), expected);
    assert_eq!(wire(&Outer::Tuple(Inner(2))), expected);
    assert_eq!(wire(&Outer::Named { inner: Inner(2) }), expected);
    assert_eq!(wire(&Outer::Boxed(Box::new(Inner(2)))), expected);
    assert_eq!(wire(&Outer::Shared(Arc::new(Inner(2)))), expected);
    assert_eq!(wire(&Struct(Inner(2))), expected);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 410, detail = "gone for good")]
struct Constant;

#[test]
fn a_constant_body_stays_constant() {
    let body = Outer::Boxed(Box::new(Constant)).to_json();
    assert_eq!(body.as_ptr(), Constant.to_json().as_ptr());
}

#[test]
fn details_made_at_run_time_are_sent() {
    let details = ProblemDetails::new(http::StatusCode::LOCKED).with_extension("by_whom", "me");
    assert_eq!(
        wire(&Outer::Details(details)),
        "423\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Locked\",\"status\":423,\"detail\":\"The resource is locked.\",\
        \"by_whom\":\"me\"}"
    );
}
