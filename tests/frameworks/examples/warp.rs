//! `cargo run -p problem-frameworks --features warp-04 --example warp`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`.

use problem_core::{Problem, Report};
use std::error::Error;
use std::io::{self, Write};
use tokio::net::TcpListener;
use warp::http::Method;
use warp::reply::{Json, Reply, Response, json};
use warp::{Filter, path};

#[derive(Debug, thiserror::Error, Problem)]
enum VaultError {
    #[error("no vault {id:?}")]
    #[problem(status = 404, type = "vault_not_found", detail = "There is no vault {id}.")]
    NotFound {
        #[problem(extension = "vault_id")]
        id: String,
    },

    #[error("cannot read the vaults")]
    #[problem(status = 500)]
    Storage(#[from] io::Error),
}

#[derive(serde::Serialize)]
struct Vault {
    id: String,
    size: usize,
}

async fn vault(id: String) -> Result<Json, VaultError> {
    match id.as_str() {
        "v0" => {
            let size = std::fs::read("/nonexistent/v0")?.len();
            Ok(json(&Vault { id, size }))
        }
        _ => Err(VaultError::NotFound { id }),
    }
}

/// Logs the error with its source. The error is in the extensions of the response.
fn log(method: &Method, reply: impl Reply) -> Response {
    let response = reply.into_response();
    if let Some(report) = response.extensions().get::<Report>() {
        let source = report.source().map(|source| format!(": {source}")).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{} {method}: {report}{source}", response.status());
    }
    response
}

#[tokio::main]
async fn main() -> io::Result<()> {
    // `then`, not `and_then`: an error is the response, not a rejection that makes warp try other routes.
    let routes = path!("vaults" / String).and(warp::get()).then(vault);
    let logged = warp::method().and(routes).map(|method, reply| log(&method, reply));
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    let _ = writeln!(io::stdout(), "curl -i http://{}/vaults/v1", listener.local_addr()?);
    warp::serve(logged).incoming(listener).run().await;
    Ok(())
}
