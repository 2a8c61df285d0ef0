//! `cargo run -p problem-frameworks --features actix-web-4 --example actix_web`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Json, Path};
use actix_web::{App, HttpServer, get};
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

#[get("/vaults/{id}")]
async fn vault(id: Path<String>) -> Result<Json<Vault>, VaultError> {
    let id = id.into_inner();
    match id.as_str() {
        "v0" => {
            let size = std::fs::read("/nonexistent/v0")?.len();
            Ok(Json(Vault { id, size }))
        }
        _ => Err(VaultError::NotFound { id }),
    }
}

/// Logs the error with its source. actix-web keeps the error in the response.
async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> actix_web::Result<ServiceResponse<impl MessageBody>> {
    let response = next.call(request).await?;
    let error = response.response().error();
    if let Some(error) = error.and_then(|error| error.as_error::<VaultError>()) {
        let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        let (status, request) = (response.status(), response.request());
        let _ = writeln!(io::stderr(), "{status} {} {}: {error}{source}", request.method(), request.path());
    }
    Ok(response)
}

#[actix_web::main]
async fn main() -> io::Result<()> {
    let server = HttpServer::new(|| App::new().service(vault).wrap(from_fn(log)));
    let server = server.bind("127.0.0.1:3000")?;
    let _ = writeln!(io::stdout(), "curl -i http://{}/vaults/v1", server.addrs()[0]);
    server.run().await
}
