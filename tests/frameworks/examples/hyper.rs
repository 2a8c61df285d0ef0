//! `cargo run -p problem-frameworks --example hyper`, then
//! `curl -i http://127.0.0.1:3000/vaults/v1`.

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use problem_core::{Problem, ProblemDetails, Report};
use std::convert::Infallible;
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

fn vault(id: &str) -> Result<Bytes, VaultError> {
    match id {
        "v0" => Ok(std::fs::read("/nonexistent/v0")?.into()),
        _ => Err(VaultError::NotFound { id: id.to_owned() }),
    }
}

fn handle(request: &Request<Incoming>) -> Result<Response<Bytes>, Report> {
    let id = request.uri().path().strip_prefix("/vaults/");
    let id = id.ok_or_else(|| ProblemDetails::new(hyper::StatusCode::NOT_FOUND))?;
    Ok(Response::new(vault(id)?))
}

async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = handle(&request).unwrap_or_else(|error| {
        // The log gets the error with its source. The client gets the problem, in JSON or another format it accepts.
        let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{} {}: {error}{source}", error.http_status(), request.method());
        error.respond(request.headers())
    });
    Ok(response.map(Full::new))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    let _ = writeln!(io::stdout(), "curl -i http://{}/vaults/v1", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer));
        tokio::spawn(async {
            if let Err(error) = connection.await {
                let _ = writeln!(io::stderr(), "connection failed: {error}");
            }
        });
    }
}
