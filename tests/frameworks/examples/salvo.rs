//! `cargo run -p problem-frameworks --features salvo-1 --example salvo`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`.

use problem_core::{Problem, Report};
use salvo::conn::TcpListener;
use salvo::writing::Json;
use salvo::{Depot, FlowCtrl, Listener, Request, Response, Router, Server, handler};
use std::error::Error;
use std::io::{self, Write};

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

#[handler]
async fn vault(request: &mut Request) -> Result<Json<Vault>, VaultError> {
    let id: String = request.param("id").unwrap_or_default();
    match id.as_str() {
        "v0" => {
            let size = std::fs::read("/nonexistent/v0")?.len();
            Ok(Json(Vault { id, size }))
        }
        _ => Err(VaultError::NotFound { id }),
    }
}

/// Logs the error with its source. The error is in the extensions of the response.
#[handler]
async fn log(request: &mut Request, depot: &mut Depot, response: &mut Response, flow: &mut FlowCtrl) {
    flow.call_next(request, depot, response).await;
    if let Some(report) = response.extensions.get::<Report>() {
        let source = report.source().map(|source| format!(": {source}")).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{} {}: {report}{source}", report.http_status(), request.method());
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let router = Router::with_path("vaults/{id}").hoop(log).get(vault);
    let acceptor = TcpListener::new("127.0.0.1:3000").bind().await;
    let _ = writeln!(io::stdout(), "curl -i http://{}/vaults/v1", acceptor.local_addr()?);
    Server::new(acceptor).serve(router).await;
    Ok(())
}
