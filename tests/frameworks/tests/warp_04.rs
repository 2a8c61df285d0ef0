//! warp 0.4: `Result<_, VaultError>` is a `Reply`, to be used with `then`.

use problem_core::{ProblemDetails, Report};
use problem_frameworks::{Hostile, RECEIVED, Service, VaultError, check, check_path, error};
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use warp::reply::{Json, Reply, Response};
use warp::{Filter, path};

async fn an_enum(case: String) -> Result<Json, VaultError> {
    Err(error(&case))
}

async fn a_report(case: String) -> Result<Json, Report> {
    Err(error(&case))?
}

async fn details(case: String) -> Result<Json, ProblemDetails> {
    Err(problem_frameworks::details(&case))
}

async fn hostile() -> Result<Json, Report> {
    Err(Hostile)?
}

type Log = Arc<Mutex<Vec<(String, Option<String>, bool)>>>;

/// Starts the service, which runs as long as the runtime.
fn serve(runtime: &Runtime, log: Log) -> SocketAddr {
    let routes = path!("enum" / String)
        .then(an_enum)
        .or(path!("report" / String).then(a_report))
        .or(path!("details" / String).then(details))
        .or(path!("hostile").then(hostile))
        .map(Reply::into_response)
        .map(move |response: Response| {
            // Collects what a log needs: the error itself with its source.
            let report = response.extensions().get::<Report>().expect("every response here is an error");
            let source = report.source().map(ToString::to_string);
            log.lock().unwrap().push((
                report.to_string(),
                source,
                report.downcast_ref::<VaultError>().is_some(),
            ));
            response
        });
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(warp::serve(routes).incoming(listener).run());
    address
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Log::default();
    let runtime = Runtime::new().unwrap();
    let address = serve(&runtime, Arc::clone(&log));

    let service = Service { address, added: &[], expected: |problem, _| problem.to_response() };
    check(&service);
    check_path(&service, "/hostile", &Hostile);

    let source = Some("an error occurred when formatting an argument".to_owned());
    assert!(log.lock().unwrap().contains(&("secret of nobody".to_owned(), source, true)));
    assert!(log.lock().unwrap().iter().any(|(line, ..)| line == RECEIVED));
}
