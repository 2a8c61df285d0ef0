//! `cargo run -p problem-frameworks --features rocket-05,xml --example rocket`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`, or for XML
//! `curl -i http://127.0.0.1:3000/vaults/v1 -H 'Accept: application/problem+xml'`.

use problem_core::{Problem, Report};
use rocket::fairing::AdHoc;
use rocket::serde::json::Json;
use rocket::tokio::fs;
use rocket::{Build, Config, Rocket, get, launch, routes};
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

#[get("/vaults/<id>")]
async fn vault(id: &str) -> Result<Json<Vault>, VaultError> {
    match id {
        "v0" => {
            let size = fs::read("/nonexistent/v0").await?.len();
            Ok(Json(Vault { id: id.to_owned(), size }))
        }
        _ => Err(VaultError::NotFound { id: id.to_owned() }),
    }
}

/// Logs the error with its source. The error is in the local cache of the request.
fn log() -> AdHoc {
    AdHoc::on_response("log", |request, response| {
        if let Some(report) = request.local_cache(|| None::<Report>) {
            let source = report.source().map(|source| format!(": {source}")).unwrap_or_default();
            let (status, method, uri) = (response.status(), request.method(), request.uri());
            let _ = writeln!(io::stderr(), "{status} {method} {uri}: {report}{source}");
        }
        Box::pin(async {})
    })
}

#[launch]
fn rocket() -> Rocket<Build> {
    let config = Config { port: 3000, ..Config::default() };
    rocket::custom(config).mount("/", routes![vault]).attach(log())
}
