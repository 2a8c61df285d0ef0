//! A report is the problem it was made of, in one word.

use problem_core::{Problem, ProblemDetails, Report};
use problem_tests::wire;
use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;

#[derive(Debug, PartialEq, thiserror::Error, Problem)]
#[error("{user} has {used}")]
#[problem(status = 429, type = "/quota", detail = "{used} used.", instance = "/quota/{used}", header("x-a" = "{used}"))]
struct QuotaUsedUp {
    user: &'static str,
    #[problem(extension, retry_after)]
    used: u64,
    source: fmt::Error,
}

const ERROR: QuotaUsedUp = QuotaUsedUp { user: "alice", used: 5, source: fmt::Error };

/// What `?` makes of an error.
fn by_question_mark<E>(error: E) -> Report
where
    Report: From<E>,
{
    fn fail<E>(error: E) -> Result<(), Report>
    where
        Report: From<E>,
    {
        Err(error)?
    }
    fail(error).unwrap_err()
}

#[test]
fn one_word() {
    assert_eq!(size_of::<Report>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Report>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Report>>(), size_of::<usize>());
}

#[test]
fn sends_what_the_problem_sends() {
    let expected = "429\ncontent-type: application/problem+json\nx-a: 5\nretry-after: 5\n\n\
        {\"type\":\"/quota\",\"title\":\"Quota Used Up\",\"status\":429,\"detail\":\"5 used.\",\
        \"instance\":\"/quota/5\",\"used\":5}";
    assert_eq!(wire(&ERROR), expected);
    assert_eq!(wire(&*by_question_mark(ERROR)), expected);
    assert_eq!(wire(&*by_question_mark(Box::new(ERROR))), expected);
    assert_eq!(wire(&*by_question_mark(Arc::new(ERROR))), expected);
    assert_eq!(wire(&*by_question_mark(Box::new(ERROR) as Box<dyn Problem + Send + Sync>)), expected);
    assert_eq!(wire(&*by_question_mark(Arc::new(ERROR) as Arc<dyn Problem + Send + Sync>)), expected);
    let details = ProblemDetails::new(http::StatusCode::GONE);
    assert_eq!(wire(&*by_question_mark(details.clone())), wire(&details));
    assert_eq!(wire(&*by_question_mark(by_question_mark(ERROR))), expected);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 410, detail = "gone for good")]
struct Constant;

#[test]
fn a_constant_body_stays_constant() {
    assert_eq!(Report::from(Constant).to_json().as_ptr(), Constant.to_json().as_ptr());
}

#[test]
fn logs_what_the_error_logs() {
    let report = Report::from(ERROR);
    assert_eq!(report.to_string(), "alice has 5");
    assert_eq!(format!("{report:>15}|"), format!("{ERROR:>15}|"));
    assert_eq!(format!("{report:?}"), format!("{ERROR:?}"));
    assert_eq!(format!("{report:#?}"), format!("{ERROR:#?}"));
    let source = report.source().expect("a source");
    assert!(source.is::<fmt::Error>());
}

#[test]
fn a_clone_is_shared() {
    let report = Report::from(ERROR);
    let clone = report.clone();
    let error = |report: &Report| std::ptr::from_ref(report.downcast_ref::<QuotaUsedUp>().unwrap());
    assert_eq!(error(&report), error(&clone));
    drop(report);
    assert_eq!(clone.downcast_ref(), Some(&ERROR));
}

#[test]
fn finds_the_error_that_it_was_made_of() {
    let report = Report::from(ERROR);
    assert_eq!(report.downcast_ref(), Some(&ERROR));
    assert!(report.downcast_ref::<fmt::Error>().is_none(), "the source is not what it was made of");

    let report = Report::from(Box::new(ERROR) as Box<dyn Problem + Send + Sync>);
    assert!(report.downcast_ref::<Box<dyn Problem + Send + Sync>>().is_some());
}

#[test]
fn goes_where_errors_go() {
    fn fail() -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(Report::from(ERROR))?
    }
    let error = fail().unwrap_err();
    assert_eq!(error.to_string(), "alice has 5");
    assert_eq!(error.downcast_ref::<Report>().and_then(Report::downcast_ref), Some(&ERROR));
}

#[test]
fn becomes_a_boxed_problem() {
    #[derive(Debug, thiserror::Error, Problem)]
    enum ApiError {
        #[error(transparent)]
        #[problem(transparent)]
        Other(#[from] Box<dyn Problem + Send + Sync>),
    }

    let boxed: Box<dyn Problem + Send + Sync> = Report::from(ERROR).into();
    assert_eq!(wire(&*boxed), wire(&ERROR));
    assert_eq!(boxed.to_string(), "alice has 5");
    assert_eq!(format!("{boxed:?}"), format!("{ERROR:?}"));
    assert!(boxed.source().is_some_and(<dyn Error>::is::<fmt::Error>));
    assert_eq!(wire(&ApiError::from(boxed)), wire(&ERROR));
}

#[derive(Debug, thiserror::Error)]
#[error("secret-outer")]
struct Outer(#[source] io::Error);

#[test]
fn of_an_error_that_is_no_problem_nothing_is_sent() {
    let expected = "500\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\"}";
    let report = Report::internal(Outer(io::Error::other("secret-inner")));
    assert_eq!(wire(&*report), expected);
    assert_eq!(report.to_string(), "secret-outer");
    assert_eq!(report.source().map(ToString::to_string), Some("secret-inner".to_owned()));
    assert_eq!(format!("{report:?}"), format!("{:?}", Outer(io::Error::other("secret-inner"))));
    assert!(report.downcast_ref::<Outer>().is_some());

    // Even one that is a problem, if that is what was said.
    let report = Report::internal(ERROR);
    assert_eq!(wire(&*report), expected);
    assert_eq!(report.downcast_ref(), Some(&ERROR));

    assert_eq!(wire(&*Report::internal("a text")), expected);
    assert_eq!(Report::internal("a text").to_string(), "a text");
}

#[test]
fn of_a_report_as_of_any_error() {
    let report = Report::internal(Report::from(ERROR));
    assert_eq!(report.http_status(), 500);
    assert_eq!(report.to_string(), "alice has 5");
    assert_eq!(report.downcast_ref::<Report>().and_then(Report::downcast_ref), Some(&ERROR));
    assert_eq!(report.downcast_ref::<QuotaUsedUp>(), None, "it was made of the report");
}

/// Methods of both traits are found through a report and through what points to one, whether they are in scope or not.
mod methods {
    use super::{ERROR, QuotaUsedUp, Report};
    use std::sync::Arc;

    #[test]
    fn without_the_traits() {
        let report = Report::from(ERROR);
        assert_eq!(report.http_status(), 429);
        assert_eq!(report.source().map(ToString::to_string), Some(std::fmt::Error.to_string()));
    }

    #[test]
    fn with_the_traits() {
        use problem_core::Problem;
        use std::error::Error;

        macro_rules! told {
            ($problem:expr) => {{
                let source = $problem.source().map(ToString::to_string);
                ($problem.http_status().as_u16(), $problem.to_string(), source)
            }};
        }
        let report = Report::from(ERROR);
        let (reference, boxed, shared) = (&report, Box::new(report.clone()), Arc::new(report.clone()));
        let problem: &(dyn Problem + Send + Sync) = &*report;
        let expected = (429, "alice has 5".to_owned(), Some(std::fmt::Error.to_string()));
        assert_eq!(told!(report), expected);
        assert_eq!(told!(problem), expected);
        assert_eq!(told!(reference), expected);
        assert_eq!(told!(boxed), expected);
        assert_eq!(told!(shared), expected);
        assert_eq!(reference.downcast_ref::<QuotaUsedUp>(), Some(&ERROR));
        assert_eq!(boxed.downcast_ref::<QuotaUsedUp>(), Some(&ERROR));
        assert_eq!(shared.downcast_ref::<QuotaUsedUp>(), Some(&ERROR));
    }
}

/// A report as a source is an error like any other: what it would send, the error around it does not.
#[derive(Debug, thiserror::Error, Problem)]
enum Around {
    #[error("around")]
    #[problem(status = 502)]
    Source(#[from] Report),
    #[error(transparent)]
    #[problem(status = 503)]
    Transparent(Report),
    #[error("shared")]
    #[problem(status = 504)]
    Shared { source: Arc<Report> },
}

#[test]
fn as_a_source() {
    fn fail() -> Result<(), Around> {
        Err(Report::from(ERROR))?
    }
    let report = || Report::from(ERROR);
    let around = Report::from(fail().unwrap_err());
    assert_eq!((around.http_status().as_u16(), around.to_string()), (502, "around".to_owned()));
    let source = around.source().and_then(|source| source.downcast_ref::<Report>()).expect("a report");
    assert_eq!(source.downcast_ref(), Some(&ERROR));

    let transparent = Around::Transparent(report());
    assert_eq!(
        (transparent.http_status().as_u16(), transparent.to_string()),
        (503, "alice has 5".to_owned())
    );
    assert_eq!(transparent.source().map(ToString::to_string), Some(fmt::Error.to_string()));

    let shared = Around::Shared { source: Arc::new(report()) };
    assert_eq!(shared.http_status(), 504);
    assert_eq!(shared.source().map(ToString::to_string), Some("alice has 5".to_owned()));
}
