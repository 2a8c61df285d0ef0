//! `cargo run -p problem-frameworks --features poem-3 --example poem`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`.

use poem::listener::TcpListener;
use poem::web::{Json, Path};
use poem::{EndpointExt, Route, Server, get, handler};
use problem_core::Problem;
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
fn vault(Path(id): Path<String>) -> Result<Json<Vault>, VaultError> {
    match id.as_str() {
        "v0" => {
            let size = std::fs::read("/nonexistent/v0")?.len();
            Ok(Json(Vault { id, size }))
        }
        _ => Err(VaultError::NotFound { id }),
    }
}

/// Logs the error with its source. poem passes the error itself.
fn log(error: &VaultError) {
    let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    let _ = writeln!(io::stderr(), "{}: {error}{source}", error.http_status());
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let route = Route::new().at("/vaults/:id", get(vault)).inspect_err(log);
    let _ = writeln!(io::stdout(), "curl -i http://127.0.0.1:3000/vaults/v1");
    Server::new(TcpListener::bind("127.0.0.1:3000")).run(route).await
}
