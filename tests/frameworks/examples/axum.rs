//! `cargo run -p problem-frameworks --features axum-08 --example axum`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`.

use axum::extract::Path;
use axum::http::Method;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use problem_core::{Problem, Report};
use std::error::Error;
use std::io::{self, Write};
use tokio::net::TcpListener;

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

async fn vault(Path(id): Path<String>) -> Result<Json<Vault>, VaultError> {
    match id.as_str() {
        "v0" => {
            let size = std::fs::read("/nonexistent/v0")?.len();
            Ok(Json(Vault { id, size }))
        }
        _ => Err(VaultError::NotFound { id }),
    }
}

/// Logs the error with its source. The error is in the extensions of the response.
async fn log(method: Method, response: Response) -> Response {
    if let Some(report) = response.extensions().get::<Report>() {
        let source = report.source().map(|source| format!(": {source}")).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{} {method}: {report}{source}", response.status());
    }
    response
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let router = Router::new().route("/vaults/{id}", get(vault)).layer(map_response(log));
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    let _ = writeln!(io::stdout(), "curl -i http://{}/vaults/v1", listener.local_addr()?);
    axum::serve(listener, router).await
}
