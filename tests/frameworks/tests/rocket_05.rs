//! rocket 0.5: `Result<_, VaultError>` is a response, in the format that the request asks for.

#![expect(clippy::unused_async, reason = "handlers are async, even if they never await")]

use bytes::Bytes;
use http::{HeaderMap, Response};
use problem_core::{Problem, ProblemDetails, Report};
use problem_frameworks::{Hostile, RECEIVED, Service, VaultError, check, check_path, error};
use rocket::config::LogLevel;
use rocket::fairing::AdHoc;
use rocket::{Config, Request, catch, catchers, get, routes};
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, mpsc};
use tokio::runtime::Runtime;

#[get("/enum/<case>")]
async fn an_enum(case: &str) -> Result<(), VaultError> {
    Err(error(case))
}

#[get("/report/<case>")]
async fn a_report(case: &str) -> Result<(), Report> {
    Err(error(case))?
}

#[get("/details/<case>")]
async fn details(case: &str) -> Result<(), ProblemDetails> {
    Err(problem_frameworks::details(case))
}

#[get("/hostile")]
async fn hostile() -> Result<(), Report> {
    Err(Hostile)?
}

/// A handler that gets the failure of its extractor, and returns an error for it.
#[get("/extract/<number>")]
async fn extract(number: Result<u8, &str>) -> Result<(), VaultError> {
    number.map(|_| ()).map_err(|_| error("fields"))
}

/// Responds to requests that no handler matches. It must not replace the response of a handler.
#[catch(default)]
fn nowhere(_: &Request<'_>) -> VaultError {
    error("limit")
}

/// Returns the expected response. rocket holds header values as UTF-8, so it cannot send any other value.
fn expected(problem: &dyn Problem, headers: &HeaderMap) -> Response<Bytes> {
    let mut response = problem.respond(headers);
    let headers = std::mem::take(response.headers_mut());
    for (name, value) in &headers {
        if std::str::from_utf8(value.as_bytes()).is_ok() {
            response.headers_mut().append(name, value.clone());
        }
    }
    response
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&log);
    let (sender, receiver) = mpsc::channel();
    let config = Config { port: 0, log_level: LogLevel::Off, ..Config::default() };
    let rocket = rocket::custom(config)
        .mount("/", routes![an_enum, a_report, details, hostile, extract])
        .register("/", catchers![nowhere])
        .attach(AdHoc::on_response("log", move |request, _| {
            // Collects what a log needs: the error itself with its source.
            if let Some(report) = request.local_cache(|| None::<Report>) {
                sink.lock().unwrap().push((
                    report.to_string(),
                    report.source().map(ToString::to_string),
                    report.downcast_ref::<VaultError>().is_some(),
                ));
            }
            Box::pin(async {})
        }))
        .attach(AdHoc::on_liftoff("address", move |rocket| {
            let config = rocket.config();
            sender.send(SocketAddr::new(config.address, config.port)).unwrap();
            Box::pin(async {})
        }));
    let runtime = Runtime::new().unwrap();
    runtime.spawn(rocket.launch());
    let address = receiver.recv().unwrap();

    let added = &["permissions-policy", "server", "x-content-type-options", "x-frame-options"];
    let service = Service { address, added, expected };
    check(&service);
    check_path(&service, "/hostile", &Hostile);
    check_path(&service, "/extract/256", &error("fields"));
    check_path(&service, "/nowhere", &error("limit"));

    let source = Some("an error occurred when formatting an argument".to_owned());
    let storage = ("secret of nobody".to_owned(), source, true);
    let count = log.lock().unwrap().iter().filter(|line| **line == storage).count();
    // Once from the enum and once from a report, for two formats and two methods each.
    assert_eq!(count, 8);
    assert!(log.lock().unwrap().iter().any(|(line, ..)| line == RECEIVED));
}
