//! Tests that a report is the problem that it was made from, in one pointer.

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

/// Returns the report that `?` makes from an error.
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
fn a_report_is_as_large_as_a_pointer() {
    assert_eq!(size_of::<Report>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Report>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Report>>(), size_of::<usize>());
}

#[test]
fn a_report_sends_what_the_problem_sends() {
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
fn a_report_logs_what_the_error_logs() {
    let report = Report::from(ERROR);
    assert_eq!(report.to_string(), "alice has 5");
    assert_eq!(format!("{report:>15}|"), format!("{ERROR:>15}|"));
    assert_eq!(format!("{report:?}"), format!("{ERROR:?}"));
    assert_eq!(format!("{report:#?}"), format!("{ERROR:#?}"));
    let source = report.source().expect("a source");
    assert!(source.is::<fmt::Error>());
}

#[test]
fn a_clone_shares_the_error() {
    let report = Report::from(ERROR);
    let clone = report.clone();
    let error = |report: &Report| std::ptr::from_ref(report.downcast_ref::<QuotaUsedUp>().unwrap());
    assert_eq!(error(&report), error(&clone));
    drop(report);
    assert_eq!(clone.downcast_ref(), Some(&ERROR));
}

#[test]
fn downcast_ref_finds_the_error_of_a_report() {
    let report = Report::from(ERROR);
    assert_eq!(report.downcast_ref(), Some(&ERROR));
    assert!(report.downcast_ref::<fmt::Error>().is_none(), "the report was not made from the source");

    let report = Report::from(Box::new(ERROR) as Box<dyn Problem + Send + Sync>);
    assert!(report.downcast_ref::<Box<dyn Problem + Send + Sync>>().is_some());
}

#[test]
fn a_report_becomes_a_boxed_error() {
    fn fail() -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(Report::from(ERROR))?
    }
    let error = fail().unwrap_err();
    assert_eq!(error.to_string(), "alice has 5");
    assert_eq!(error.downcast_ref::<Report>().and_then(Report::downcast_ref), Some(&ERROR));
}

#[test]
fn a_report_becomes_a_boxed_problem() {
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
fn an_internal_error_is_not_sent() {
    let expected = "500\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\"}";
    let report = Report::internal(Outer(io::Error::other("secret-inner")));
    assert_eq!(wire(&*report), expected);
    assert_eq!(report.to_string(), "secret-outer");
    assert_eq!(report.source().map(ToString::to_string), Some("secret-inner".to_owned()));
    assert_eq!(format!("{report:?}"), format!("{:?}", Outer(io::Error::other("secret-inner"))));
    assert!(report.downcast_ref::<Outer>().is_some());

    // This holds even for an error that is a problem, since the caller asked for it.
    let report = Report::internal(ERROR);
    assert_eq!(wire(&*report), expected);
    assert_eq!(report.downcast_ref(), Some(&ERROR));

    assert_eq!(wire(&*Report::internal("a text")), expected);
    assert_eq!(Report::internal("a text").to_string(), "a text");
}

#[test]
fn an_internal_report_is_not_sent() {
    let report = Report::internal(Report::from(ERROR));
    assert_eq!(report.http_status(), 500);
    assert_eq!(report.to_string(), "alice has 5");
    assert_eq!(report.downcast_ref::<Report>().and_then(Report::downcast_ref), Some(&ERROR));
    assert_eq!(report.downcast_ref::<QuotaUsedUp>(), None, "it was made from the report");
}

/// Methods of both traits can be called on a report and on a pointer to one, whether the traits are in scope or not.
mod methods {
    use super::{ERROR, QuotaUsedUp, Report};
    use std::sync::Arc;

    #[test]
    fn work_without_the_traits_in_scope() {
        let report = Report::from(ERROR);
        assert_eq!(report.http_status(), 429);
        assert_eq!(report.source().map(ToString::to_string), Some(std::fmt::Error.to_string()));
    }

    #[test]
    fn work_with_the_traits_in_scope() {
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

/// A report as a source is an error like any other. The error around it does not send the problem of the report.
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
fn a_report_can_be_a_source() {
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
