use axum::Router;
use axum::routing::get;
use problem_core::{Problem, Report};

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 200)]
struct Failed;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 300, into_response(axum))]
struct FailedToo<T>(T);

async fn fail() -> Result<(), Failed> {
    Err(Failed)
}

async fn fail_too() -> Result<(), FailedToo<u8>> {
    Err(FailedToo(1))
}

async fn report() -> Result<(), Report> {
    fail().await?;
    Ok(fail_too().await?)
}

fn main() {
    let _: Router = Router::new().route("/", get(fail).post(fail_too).put(report));
}
