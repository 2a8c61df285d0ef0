use problem_core::{Problem, ProblemDetails, Report};
use problem_tests::wire;
use std::collections::BTreeMap;
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
    #[error("own {0}")]
    Own(u8),
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
    assert_eq!(
        wire(&Outer::Own(7)),
        "400\ncontent-type: application/problem+json\nx-outer: 1\n\n\
            {\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"own 7\"}",
    );
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

#[derive(Debug, thiserror::Error, Problem)]
#[error("log {secret}")]
#[problem(status = 400, extension("enum" = 1), header("x-outer" = "1"))]
enum WithContext<'a> {
    Constant {
        #[problem(transparent)]
        inner: Constant,
        #[problem(extension)]
        attempt: u8,
        secret: &'a str,
    },
    #[problem(rename_all = "camelCase", extension("code" = Self::code), header("x-own" = "{file}:{line}"))]
    Many {
        #[problem(flatten)]
        rest: BTreeMap<&'static str, u8>,
        #[problem(transparent)]
        inner: Inner,
        #[problem(extension)]
        from_field: u8,
        #[problem(extension = "seconds")]
        taken: u8,
        #[problem(header = "x-inner")]
        header: &'static str,
        #[problem(retry_after)]
        wait: u8,
        file: &'a str,
        line: u32,
        secret: u8,
    },
    #[error("log")]
    OfReport(#[problem(transparent)] Report, #[problem(extension = "at")] u8),
    #[error("log")]
    OnlyReport(#[problem(transparent)] Report),
    #[error("log")]
    #[problem(transparent)]
    AsVariant(Report),
    #[error("log")]
    Boxed(#[problem(transparent)] Box<dyn Problem + Send + Sync>, #[problem(header = "x-at")] Option<u8>),
    #[error("log")]
    Received(#[problem(transparent)] ProblemDetails, #[problem(extension = "at")] u8),
}

impl WithContext<'_> {
    fn code(&self) -> &'static str {
        "c"
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
struct StructWithContext<P: Problem> {
    #[problem(transparent)]
    inner: P,
    #[problem(extension)]
    location: &'static str,
}

#[test]
fn other_fields_come_after_those_of_the_inner_problem() {
    let gone = |members: &str| {
        format!(
            "410\ncontent-type: application/problem+json\n\n\
            {{\"type\":\"about:blank\",\"title\":\"Gone\",\"status\":410,\"detail\":\"gone for good\"{members}}}"
        )
    };
    let constant = WithContext::Constant { inner: Constant, attempt: 3, secret: "s" };
    assert_eq!(wire(&constant), gone(",\"attempt\":3"));
    assert_eq!(wire(&WithContext::OfReport(Constant.into(), 4)), gone(",\"at\":4"));
    assert_eq!(wire(&WithContext::OnlyReport(Constant.into())), gone(""));
    assert_eq!(wire(&WithContext::AsVariant(Constant.into())), gone(""));
    assert_eq!(
        wire(&WithContext::Boxed(Box::new(Constant), Some(1))),
        gone("").replacen("\n\n", "\nx-at: 1\n\n", 1)
    );
    assert_eq!(
        wire(&StructWithContext { inner: Constant, location: "a.rs" }),
        gone(",\"location\":\"a.rs\"")
    );
    // A constant body without additions stays constant.
    let boxed = WithContext::Boxed(Box::new(Constant), None).to_json();
    assert_eq!(boxed.as_ptr(), Constant.to_json().as_ptr());
}

#[test]
fn the_inner_problem_wins() {
    let many = WithContext::Many {
        rest: BTreeMap::from([("other", 1), ("seconds", 2), ("fromField", 3), ("code", 4), ("status", 5)]),
        inner: Inner(2),
        from_field: 6,
        taken: 7,
        header: "not sent",
        wait: 8,
        file: "a.rs",
        line: 9,
        secret: 0,
    };
    assert_eq!(
        wire(&many),
        "429\ncontent-type: application/problem+json\nx-inner: 2\nretry-after: 2\nx-own: a.rs:9\n\n\
        {\"type\":\"/slow\",\"title\":\"Inner\",\"status\":429,\"detail\":\"wait 2\",\"instance\":\"/slow/2\",\
        \"seconds\":2,\"code\":\"c\",\"other\":1,\"fromField\":6}"
    );
}

#[test]
fn context_of_a_received_problem_is_sent() {
    let received = ProblemDetails::from_json(br#"{"status":404,"at":"theirs","secret":1}"#).unwrap();
    assert_eq!(
        wire(&WithContext::Received(received, 4)),
        "500\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\",\"at\":4}"
    );
}
