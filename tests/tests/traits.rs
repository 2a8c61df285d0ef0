//! Tests of handwritten impls, wrappers, references and boxes.

use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{Members, Problem, ProblemDetails, ProblemType};
use problem_tests::{body, wire};
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::sync::Arc;

#[derive(Debug, thiserror::Error, Problem)]
#[error("full: {0}")]
#[problem(status = 409, type = "/full", detail = "{0} left", instance = "/full/{0}", header("x-left" = "{0}"))]
struct Full(#[problem(extension = "left")] u8);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log: {0}")]
#[problem(status = 410, detail = "constant")]
struct Constant(#[source] std::io::Error);

const FULL: &str = "409\ncontent-type: application/problem+json\nx-left: 1\n\n\
    {\"type\":\"/full\",\"title\":\"Full\",\"status\":409,\"detail\":\"1 left\",\"instance\":\"/full/1\",\"left\":1}";

#[test]
fn a_pointer_to_a_problem_is_that_problem() {
    fn sent<P: Problem>(problem: P) -> String {
        wire(&problem)
    }

    assert_eq!(sent(Full(1)), FULL);
    let reference: &Full = &Full(1);
    let twice: &&Full = &reference;
    assert_eq!(sent(reference), FULL);
    assert_eq!(sent(twice), FULL);
    assert_eq!(sent(Arc::new(Full(1))), FULL);
    assert_eq!(sent(Box::new(Full(1))), FULL);
    assert_eq!(sent(&Full(1) as &dyn Problem), FULL);
    assert_eq!(sent(&Full(1) as &(dyn Problem + Send + Sync)), FULL);
    assert_eq!(sent(Arc::new(Full(1)) as Arc<dyn Problem>), FULL);
    assert_eq!(sent(Arc::new(Full(1)) as Arc<dyn Problem + Send + Sync>), FULL);
    assert_eq!(sent(Box::new(Full(1)) as Box<dyn Problem>), FULL);
    assert_eq!(sent(Box::new(Full(1)) as Box<dyn Problem + Send>), FULL);
    assert_eq!(sent(Box::new(Full(1)) as Box<dyn Problem + Send + Sync>), FULL);
    assert_eq!(sent(Box::new(Box::new(Full(1)) as Box<dyn Problem>)), FULL);
}

/// Borrows, so a box of it is not `'static`.
#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 409, detail = "{0}")]
struct Borrowed<'a>(&'a str);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(transparent)]
struct Holder<'a>(Box<dyn Problem + 'a>);

#[test]
fn a_box_may_borrow() {
    let text = String::from("borrowed");
    let boxed: Box<dyn Problem + Send + '_> = Box::new(Borrowed(&text));
    assert_eq!(boxed.to_details().detail(), Some("borrowed"));
    let boxed: Box<dyn Problem + Send + Sync + '_> = Box::new(Borrowed(&text));
    assert_eq!(boxed.to_details().detail(), Some("borrowed"));
    assert_eq!(Holder(Box::new(Borrowed(&text))).to_details().detail(), Some("borrowed"));
}

#[test]
fn a_boxed_problem_is_an_error_with_its_source() {
    fn source(error: &dyn Error) -> String {
        error.source().map(ToString::to_string).unwrap_or_default()
    }

    let constant = || Constant(std::io::Error::other("disk"));
    let boxed: [&dyn Error; 3] = [
        &(Box::new(constant()) as Box<dyn Problem>),
        &(Box::new(constant()) as Box<dyn Problem + Send>),
        &(Box::new(constant()) as Box<dyn Problem + Send + Sync>),
    ];
    for error in boxed {
        assert_eq!(error.to_string(), "log: disk");
        assert_eq!(source(error), "disk");
    }
}

#[test]
fn a_question_mark_boxes_a_problem_as_an_error() {
    fn fails() -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(Full(1))?;
        Ok(())
    }

    assert_eq!(fails().unwrap_err().to_string(), "full: 1");
}

#[test]
fn a_constant_body_is_not_copied() {
    let constant = Constant(std::io::Error::other("disk"));
    let boxed: Box<dyn Problem> = Box::new(Constant(std::io::Error::other("disk")));
    assert_eq!(constant.to_json().as_ptr(), boxed.to_json().as_ptr());
    assert_eq!(constant.to_response().into_body().as_ptr(), boxed.to_json().as_ptr());
}

/// A wrapper that passes on the problem type and overrides the rest.
#[derive(Debug)]
struct OnlyType<P>(P);

impl<P> Display for OnlyType<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("only the type")
    }
}

impl<P: Debug> Error for OnlyType<P> {}

impl<P: Problem> Problem for OnlyType<P> {
    fn problem_type(&self) -> ProblemType<'_> {
        self.0.problem_type()
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a detail of its own")
    }

    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/wrapped")
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        members.member("wrapped", &true);
        self.0.write_extensions(members);
        members.member("left", &"too late");
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        headers.insert("x-wrapped", HeaderValue::from_static("1"));
    }
}

#[test]
fn a_wrapper_that_passes_the_type_on_keeps_what_it_overrides() {
    assert_eq!(
        wire(&OnlyType(Constant(std::io::Error::other("disk")))),
        "410\ncontent-type: application/problem+json\nx-wrapped: 1\n\n\
        {\"type\":\"about:blank\",\"title\":\"Gone\",\"status\":410,\"detail\":\"a detail of its own\",\
        \"instance\":\"/wrapped\",\"wrapped\":true,\"left\":\"too late\"}"
    );
    assert_eq!(
        wire(&OnlyType(Full(1))),
        "409\ncontent-type: application/problem+json\nx-wrapped: 1\n\n\
        {\"type\":\"/full\",\"title\":\"Full\",\"status\":409,\"detail\":\"a detail of its own\",\
        \"instance\":\"/wrapped\",\"wrapped\":true,\"left\":1}"
    );
}

/// The smallest possible impl.
#[derive(Debug)]
struct Least;

impl Display for Least {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("least")
    }
}

impl Error for Least {}

impl Problem for Least {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::new(StatusCode::IM_A_TEAPOT, "/teapot", "Teapot")
    }
}

#[test]
fn an_impl_needs_only_the_problem_type() {
    assert_eq!(
        body(&Least),
        "{\"type\":\"/teapot\",\"title\":\"Teapot\",\"status\":418,\
        \"detail\":\"The request cannot be answered as it was sent.\"}"
    );
    assert_eq!(Least.http_status(), 418);
}

#[test]
fn types_can_be_sent_to_other_threads() {
    fn is_send_sync<T: Send + Sync + 'static>() {}
    is_send_sync::<ProblemDetails>();
    is_send_sync::<ProblemType<'static>>();
    is_send_sync::<Box<dyn Problem + Send + Sync>>();
}
