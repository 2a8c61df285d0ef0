//! `cargo run -p problem-frameworks --features axum-08,edge --example edge`, then the requests in
//! problem-core/examples/README.md.
//!
//! Every error of this service is a problem with a request id, in the format that the request asks for.

use axum::extract::{Path, Query};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, extract::DefaultBodyLimit};
use problem_core::axum_08::Json;
use problem_core::layer::ProblemLayer;
use problem_core::{Problem, Report};
use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Write};
use std::iter;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::request_id::{MakeRequestUuid, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;

#[derive(Debug, thiserror::Error, Problem)]
enum OrderError {
    #[error("no order {0}")]
    #[problem(status = 404, type = "/problems/no-order", detail = "There is no order {0}.")]
    NotFound(u32),

    #[error("{in_stock} of {wanted} in stock")]
    #[problem(status = 409, type = "/problems/out-of-stock", detail = "Only {in_stock} are in stock.")]
    OutOfStock {
        #[problem(extension)]
        in_stock: u32,
        wanted: u32,
    },

    #[error("cannot read the orders")]
    #[problem(status = 500)]
    Storage(#[from] io::Error),
}

#[derive(serde::Deserialize)]
struct Order {
    lines: Vec<Line>,
}

#[derive(serde::Deserialize)]
struct Line {
    count: u32,
}

#[derive(serde::Deserialize)]
struct Page {
    number: u32,
}

const IN_STOCK: u32 = 7;

async fn create(Json(order): Json<Order>) -> Result<Json<HashMap<&'static str, u32>>, OrderError> {
    let wanted = order.lines.iter().map(|line| line.count).fold(0, u32::saturating_add);
    if wanted > IN_STOCK {
        return Err(OrderError::OutOfStock { in_stock: IN_STOCK, wanted });
    }
    Ok(Json(HashMap::from([("ordered", wanted)])))
}

async fn show(Path(id): Path<u32>) -> Result<String, OrderError> {
    match id {
        0 => Ok(std::fs::read_to_string("/nonexistent/orders")?),
        _ => Err(OrderError::NotFound(id)),
    }
}

async fn list(Query(page): Query<Page>) -> String {
    format!("page {}", page.number)
}

async fn export() -> &'static str {
    panic!("no exporter")
}

async fn report() -> &'static str {
    std::future::pending().await
}

/// Logs the error behind each response with its sources.
async fn log(response: Response) -> Response {
    if let Some(report) = response.extensions().get::<Report>() {
        let sources = iter::successors(report.source(), |&error| error.source());
        let sources: Vec<_> = sources.map(|source| format!(": {source}")).collect();
        let line = format!("{} {report}{}", response.status().as_u16(), sources.concat());
        // A text that came from outside must not begin a line of the log.
        let _ = writeln!(io::stderr(), "{}", line.escape_debug());
    }
    response
}

pub fn app() -> Router {
    let request_id = HeaderName::from_static("x-request-id");
    Router::new()
        .route("/orders", post(create).get(list))
        .route("/orders/{id}", get(show))
        .route("/export", get(export))
        .route("/report", get(report))
        // The last layer is the outermost. The problem layer sees what the layers before it send.
        .layer(DefaultBodyLimit::max(1024))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_millis(100)))
        .layer(ProblemLayer::new().request_id("x-request-id"))
        .layer(map_response(log))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    let _ = writeln!(io::stdout(), "curl -i http://{}/orders/1", listener.local_addr()?);
    axum::serve(listener, app()).await
}
