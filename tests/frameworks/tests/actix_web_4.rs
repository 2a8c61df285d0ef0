//! actix-web 4: `Result<_, VaultError>` is a response.

use actix_web::dev::{Service as _, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::{ErrorHandlerResponse, ErrorHandlers};
use actix_web::web::{Json, JsonConfig, Path, resource};
use actix_web::{App, HttpResponse, HttpServer};
use http::{HeaderMap, HeaderValue};
use problem_core::{Problem, ProblemDetails, ProblemType, Report};
use problem_frameworks::{Hostile, RECEIVED, Service, VaultError, check, check_path, error};
use std::error::Error;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use tokio::runtime::Runtime;

async fn an_enum(case: Path<String>) -> Result<Json<()>, VaultError> {
    Err(error(&case))
}

async fn a_report(case: Path<String>) -> Result<Json<()>, Report> {
    Err(error(&case))?
}

async fn details(case: Path<String>) -> Result<Json<()>, ProblemDetails> {
    Err(problem_frameworks::details(&case))
}

async fn hostile() -> Result<Json<()>, Report> {
    Err(Hostile)?
}

/// This is never called, since no request of the tests has a body.
async fn extract(_: Json<()>) -> Json<()> {
    Json(())
}

type Log = Arc<Mutex<Vec<(String, Option<String>)>>>;

/// Collects what a log needs: the error itself with its source.
fn write_log<B>(log: &Log, response: &ServiceResponse<B>) {
    let Some(error) = response.response().error() else { return };
    let report = error.as_error::<Report>();
    let error = error.as_error::<VaultError>().or_else(|| report?.downcast_ref());
    if let Some(error) = error {
        let source = error.source().map(ToString::to_string);
        log.lock().unwrap().push((error.to_string(), source));
    }
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Log::default();
    let sink = Arc::clone(&log);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = HttpServer::new(move || {
        let sink = Arc::clone(&sink);
        App::new()
            .app_data(JsonConfig::default().error_handler(|_, _| error("fields").into()))
            .service(resource("/enum/{case}").to(an_enum))
            .service(resource("/report/{case}").to(a_report))
            .service(resource("/details/{case}").to(details))
            .service(resource("/hostile").to(hostile))
            .service(resource("/extract").to(extract))
            // This middleware sees every error, and must not replace one that it has no handler for.
            .wrap(ErrorHandlers::new().handler(StatusCode::IM_A_TEAPOT, |response| {
                Ok(ErrorHandlerResponse::Response(response.map_into_left_body()))
            }))
            .wrap_fn(move |request, service| {
                let sink = Arc::clone(&sink);
                let answer = service.call(request);
                async move {
                    let response = answer.await?;
                    write_log(&sink, &response);
                    Ok(response)
                }
            })
    });
    let server = server.workers(1).disable_signals().listen(listener).unwrap();
    let runtime = Runtime::new().unwrap();
    let handle = runtime.block_on(async move {
        let server = server.run();
        let handle = server.handle();
        tokio::spawn(server);
        handle
    });

    let service = Service { address, added: &[], expected: |problem, _| problem.to_response() };
    check(&service);
    check_path(&service, "/hostile", &Hostile);
    check_path(&service, "/extract", &error("fields"));

    let source = Some("an error occurred when formatting an argument".to_owned());
    let storage = ("secret of nobody".to_owned(), source);
    let count = log.lock().unwrap().iter().filter(|line| **line == storage).count();
    // Once from the enum and once from a report, for two formats and two methods each.
    assert_eq!(count, 8);
    assert!(log.lock().unwrap().iter().any(|(line, ..)| line == RECEIVED));

    // The server has its own threads, which do not end with the runtime.
    runtime.block_on(handle.stop(false));
}

/// HTTP/2 keeps sensitive values out of its compression tables (RFC 7541, section 7.1.3).
#[test]
fn sensitive_values_stay_sensitive() {
    #[derive(Debug, thiserror::Error)]
    #[error("session expired")]
    struct SessionExpired;

    impl Problem for SessionExpired {
        fn problem_type(&self) -> ProblemType<'_> {
            ProblemType::about_blank(http::StatusCode::FORBIDDEN)
        }

        fn write_headers(&self, headers: &mut HeaderMap) {
            let mut value = HeaderValue::from_static("id=1");
            value.set_sensitive(true);
            headers.append("set-cookie", value);
            headers.append("x-quota", HeaderValue::from_static("50"));
        }
    }

    let response = HttpResponse::from_error(Report::from(SessionExpired));
    let is_sensitive = |name| response.headers().get(name).unwrap().is_sensitive();
    assert!(is_sensitive("set-cookie"));
    assert!(!is_sensitive("x-quota"));
}
