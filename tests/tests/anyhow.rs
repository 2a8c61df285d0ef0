//! Tests which problem a report finds in an `anyhow::Error`, and that the log keeps the whole chain.

use anyhow::{Context, anyhow, bail, ensure};
use http::StatusCode;
use problem_core::{Problem, ProblemDetails, Report};
use problem_tests::wire;
use std::error::Error;
use std::io;

type BoxedProblem = Box<dyn Problem + Send + Sync>;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 403, type = "/quota", detail = "{0} used.", header("x-a" = "{0}"))]
struct Quota(#[problem(extension = "used")] u8);

const QUOTA: &str = "403\ncontent-type: application/problem+json\nx-a: 1\n\n\
    {\"type\":\"/quota\",\"title\":\"Quota\",\"status\":403,\"detail\":\"1 used.\",\"used\":1}";

const INTERNAL: &str = "500\ncontent-type: application/problem+json\n\n\
    {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
    \"detail\":\"The server met an unexpected condition.\"}";

fn details() -> ProblemDetails {
    ProblemDetails::new(StatusCode::GONE).with_detail("It was here.")
}

fn boxed() -> BoxedProblem {
    Box::new(Quota(1))
}

/// Adds further contexts to the error, which are only for the log.
fn deeper(error: anyhow::Error) -> anyhow::Error {
    let result =
        Err::<(), _>(error).context("secret-a").with_context(|| "secret-b").context(io::Error::other("c"));
    result.unwrap_err()
}

fn sent(error: anyhow::Error) -> String {
    wire(&*Report::from(error))
}

fn chain(report: &Report) -> Vec<String> {
    let mut texts = vec![report.to_string()];
    let mut source = report.source();
    while let Some(error) = source {
        texts.push(error.to_string());
        source = error.source();
    }
    texts
}

#[test]
fn the_error_itself_can_be_the_problem() {
    assert_eq!(sent(details().into()), wire(&details()));
    assert_eq!(sent(anyhow::Error::from(boxed())), QUOTA);
    assert_eq!(sent(Report::from(Quota(1)).into()), QUOTA);
}

#[test]
fn a_problem_is_found_under_contexts() {
    assert_eq!(sent(deeper(details().into())), wire(&details()));
    assert_eq!(sent(deeper(anyhow::Error::from(boxed()))), QUOTA);
    assert_eq!(sent(deeper(Report::from(Quota(1)).into())), QUOTA);
}

#[test]
fn a_context_can_be_the_problem() {
    let failed = || anyhow!("secret");
    assert_eq!(sent(deeper(failed().context(details()))), wire(&details()));
    assert_eq!(sent(deeper(failed().context(boxed()))), QUOTA);
    assert_eq!(sent(deeper(failed().context(Report::from(Quota(1))))), QUOTA);
}

#[test]
fn an_outer_problem_hides_an_inner_one() {
    let other = || ProblemDetails::new(StatusCode::CONFLICT);
    assert_eq!(sent(anyhow::Error::from(other()).context(details())), wire(&details()));
    assert_eq!(sent(deeper(anyhow::Error::from(other()).context(boxed()))), QUOTA);
    assert_eq!(
        sent(deeper(anyhow::Error::from(boxed()).context("secret").context(details()))),
        wire(&details())
    );
    assert_eq!(sent(anyhow::Error::from(boxed()).context(Report::from(details()))), wire(&details()));
    assert_eq!(sent(anyhow::Error::from(other()).context(Report::from(Quota(1)))), QUOTA);
    // The root is also `ProblemDetails`, but the context around it counts.
    let error = anyhow::Error::from(other()).context(details()).context(Report::from(Quota(1)));
    assert_eq!(sent(error), wire(&details()));
    // anyhow does not say which of two contexts is the outer one, so their types decide.
    assert_eq!(sent(anyhow!("secret").context(details()).context(boxed())), wire(&details()));
    let report = || Report::from(other());
    assert_eq!(sent(anyhow!("secret").context(boxed()).context(report())), QUOTA);
    assert_eq!(sent(anyhow!("secret").context(details()).context(report())), wire(&details()));
}

#[derive(Debug, thiserror::Error)]
#[error("secret")]
struct Wrapper(#[source] ProblemDetails);

#[test]
fn anything_else_is_not_sent() {
    assert_eq!(sent(anyhow!("secret")), INTERNAL);
    assert_eq!(sent(deeper(anyhow!("secret"))), INTERNAL);
    assert_eq!(sent(io::Error::other("secret").into()), INTERNAL);
    // A problem that is only the source of another error is not meant for the client.
    assert_eq!(sent(Wrapper(details()).into()), INTERNAL);
    assert_eq!(sent(anyhow::Error::from(io::Error::other(details())).context("secret")), INTERNAL);
    // A concrete problem type cannot be recognised within an `anyhow::Error`.
    assert_eq!(sent(anyhow::Error::from(Quota(1))), INTERNAL);
    assert_eq!(wire(&*Report::internal(anyhow::Error::from(details()))), INTERNAL);
}

#[test]
fn the_log_has_the_whole_chain() {
    let report = Report::from(deeper(anyhow!("root").context(details())));
    let own = details().to_string();
    assert_eq!(chain(&report), ["c", "secret-b", "secret-a", &own, "root"]);
    assert_eq!(format!("{report:#}"), format!("c: secret-b: secret-a: {own}: root"));
    assert!(format!("{report:?}").starts_with("c\n\nCaused by:\n"));

    let report = Report::from(deeper(anyhow!("root")));
    assert_eq!(chain(&report), ["c", "secret-b", "secret-a", "root"]);
    assert_eq!(format!("{report:#}"), "c: secret-b: secret-a: root");

    let report = Report::from(deeper(Report::from(Quota(1)).into()));
    assert_eq!(chain(&report), ["c", "secret-b", "secret-a", "log"]);
}

#[test]
fn downcast_ref_finds_the_errors_within_a_report() {
    let report = Report::from(deeper(io::Error::other("root").into()).context(details()));
    assert_eq!(report.downcast_ref(), Some(&details()));
    assert!(report.downcast_ref::<io::Error>().is_some_and(|error| error.to_string() == "c"));

    // Through reports within reports.
    let report = Report::from(deeper(Report::from(Quota(1)).into()));
    let report = Report::from(deeper(report.into()));
    assert!(report.downcast_ref::<Quota>().is_some());
    assert!(report.downcast_ref::<Wrapper>().is_none());

    let report = Report::from(anyhow::Error::from(Wrapper(details())));
    assert!(report.downcast_ref::<Wrapper>().is_some());
}

#[test]
fn the_question_mark_converts_an_anyhow_error() {
    fn load() -> anyhow::Result<()> {
        Err(io::Error::other("disk")).context("cannot load")
    }
    fn handle() -> Result<(), Report> {
        load()?;
        Ok(())
    }
    assert_eq!(chain(&handle().unwrap_err()), ["cannot load", "disk"]);
}

#[test]
fn the_macros_of_anyhow_keep_a_problem() {
    fn fail(how: u8) -> anyhow::Result<()> {
        ensure!(how != 0, Report::from(Quota(1)));
        match how {
            1 => bail!(Report::from(Quota(1))),
            2 => Err(anyhow!(boxed())),
            3 => Err(anyhow!(anyhow!(Report::from(Quota(1))))),
            _ => bail!("secret {how}"),
        }
    }
    for how in 0..4 {
        assert_eq!(sent(fail(how).unwrap_err()), QUOTA, "{how}");
    }
    assert_eq!(sent(fail(4).unwrap_err()), INTERNAL);
}

#[test]
fn a_problem_survives_conversions_to_and_from_anyhow() {
    let mut report = Report::from(Quota(1));
    for depth in 0..3 {
        let error = anyhow::Error::from(report);
        assert_eq!(error.downcast_ref::<Report>().map(|report| wire(&**report)).as_deref(), Some(QUOTA));
        report = Report::from(error.context(depth));
        assert_eq!(wire(&*report), QUOTA);
    }
    assert_eq!(chain(&report), ["2", "1", "0", "log"]);

    // A context that is a report of another `anyhow::Error` has the problem of that error.
    let report = Report::from(deeper(anyhow!("secret").context(details())));
    let report = Report::from(anyhow!("root").context(report));
    assert_eq!(wire(&*report), wire(&details()));
    assert_eq!(chain(&report), ["c", "root"]);
    let report = anyhow::Error::from(report).downcast::<Report>().expect("a report");
    assert_eq!(wire(&*report), wire(&details()));
}
