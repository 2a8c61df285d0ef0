//! poem 3: `Result<_, VaultError>` is a response.

#![expect(clippy::unused_async, reason = "handlers are async, even if they never await")]

use poem::error::{NotFoundError, ParsePathError};
use poem::listener::TcpAcceptor;
use poem::web::{Json, Path};
use poem::{EndpointExt, Route, Server, get, handler};
use problem_core::{ProblemDetails, Report};
use problem_frameworks::{Hostile, RECEIVED, Service, VaultError, check, check_path, error};
use std::error::Error;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

#[handler]
async fn an_enum(Path(case): Path<String>) -> Result<Json<()>, VaultError> {
    Err(error(&case))
}

#[handler]
async fn a_report(Path(case): Path<String>) -> Result<Json<()>, Report> {
    Err(error(&case))?
}

#[handler]
async fn details(Path(case): Path<String>) -> Result<Json<()>, ProblemDetails> {
    Err(problem_frameworks::details(&case))
}

#[handler]
async fn hostile() -> Result<Json<()>, Report> {
    Err(Hostile)?
}

/// A handler that gets the failure of its extractor, and returns an error for it.
#[handler]
async fn extract(number: poem::Result<Path<u8>>) -> Result<Json<u8>, VaultError> {
    let Path(number) = number.map_err(|_| error("fields"))?;
    Ok(Json(number))
}

/// A handler whose extractor fails before the handler is called.
#[handler]
async fn extract_first(Path(number): Path<u8>) -> Json<u8> {
    Json(number)
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let (errors, reports) = (Arc::clone(&log), Arc::clone(&log));
    let write_log = |log: &Mutex<Vec<_>>, error: &VaultError| {
        log.lock().unwrap().push((error.to_string(), error.source().map(ToString::to_string)));
    };
    let route = Route::new()
        .at("/enum/:case", get(an_enum))
        .at("/report/:case", get(a_report))
        .at("/details/:case", get(details))
        .at("/hostile", get(hostile))
        .at("/extract/:number", get(extract))
        .at("/extract-first/:number", get(extract_first))
        // Collects what a log needs: the error itself with its source.
        .inspect_err(move |error: &VaultError| write_log(&errors, error))
        .inspect_err(move |report: &Report| {
            if let Some(error) = report.downcast_ref::<VaultError>() {
                write_log(&reports, error);
            }
        })
        // The errors of poem itself become problems, too.
        .catch_error(|_: NotFoundError| async { poem::Error::from(error("not-found")).into_response() })
        .catch_error(|_: ParsePathError| async { poem::Error::from(error("fields")).into_response() })
        .catch_all_error(|error| async { error.into_response() });
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let acceptor = TcpAcceptor::from_tokio(listener).unwrap();
    runtime.spawn(Server::new_with_acceptor(acceptor).run(route));

    let service = Service { address, added: &[], expected: |problem, _| problem.to_response() };
    check(&service);
    check_path(&service, "/hostile", &Hostile);
    check_path(&service, "/extract/256", &error("fields"));
    check_path(&service, "/extract-first/256", &error("fields"));
    check_path(&service, "/nowhere", &error("not-found"));

    let source = Some("an error occurred when formatting an argument".to_owned());
    let storage = ("secret of nobody".to_owned(), source);
    let count = log.lock().unwrap().iter().filter(|line| **line == storage).count();
    // Once from the enum and once from a report, for two formats and two methods each.
    assert_eq!(count, 8);
    assert!(log.lock().unwrap().iter().any(|(line, ..)| line == RECEIVED));
}
