//! axum 0.8: `Result<_, VaultError>` is a response.

use axum::extract::Path;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::any;
use axum::{Json, Router};
use problem_core::{ProblemDetails, Report};
use problem_frameworks::{Hostile, RECEIVED, Service, VaultError, check, check_path, error};
use std::error::Error;
use std::future::ready;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

async fn an_enum(Path(case): Path<String>) -> Result<Json<()>, VaultError> {
    Err(error(&case))
}

async fn a_report(Path(case): Path<String>) -> Result<Json<()>, Report> {
    Err(error(&case))?
}

async fn details(Path(case): Path<String>) -> Result<Json<()>, ProblemDetails> {
    Err(problem_frameworks::details(&case))
}

async fn hostile() -> Result<Json<()>, Report> {
    Err(Hostile)?
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&log);
    let router = Router::new()
        .route("/enum/{case}", any(an_enum))
        .route("/report/{case}", any(a_report))
        .route("/details/{case}", any(details))
        .route("/hostile", any(hostile))
        .layer(map_response(move |response: Response| {
            // Collects what a log needs: the error itself with its source.
            let report = response.extensions().get::<Report>().expect("every response here is an error");
            let source = report.source().map(ToString::to_string);
            sink.lock().unwrap().push((
                report.to_string(),
                source,
                report.downcast_ref::<VaultError>().is_some(),
            ));
            ready(response)
        }));
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(async { axum::serve(listener, router).await });

    let service = Service { address, added: &[], expected: |problem, _| problem.to_response() };
    check(&service);
    check_path(&service, "/hostile", &Hostile);

    let source = Some("an error occurred when formatting an argument".to_owned());
    assert!(log.lock().unwrap().contains(&("secret of nobody".to_owned(), source, true)));
    assert!(log.lock().unwrap().iter().any(|(line, ..)| line == RECEIVED));
}
