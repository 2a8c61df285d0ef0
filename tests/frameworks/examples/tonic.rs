//! `cargo run -p problem-frameworks --features tonic-014 --example tonic` starts a server, calls it, and prints the
//! errors. There is no command for curl, since gRPC is a binary protocol.

use problem_core::{Problem, Report};
use std::error::Error;
use std::io::{Write, stderr, stdout};
use tonic::codegen::BoxStream;
use tonic::transport::{Endpoint, Server, server::TcpIncoming};
use tonic::{Request, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};
use tonic_types::StatusExt;
use tower::util::MapResponseLayer;

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
    Storage(#[from] std::io::Error),
}

fn look_up(id: String) -> Result<(), VaultError> {
    match id.as_str() {
        "v0" => Ok(std::fs::read("/nonexistent/v0").map(drop)?),
        _ => Err(VaultError::NotFound { id }),
    }
}

type Answer<T> = Result<Response<T>, Status>;

/// The health checks of vaults. This standard service needs no protocol buffer compiler.
struct Vaults;

#[tonic::async_trait]
impl Health for Vaults {
    async fn check(&self, request: Request<HealthCheckRequest>) -> Answer<HealthCheckResponse> {
        look_up(request.into_inner().service)?;
        Ok(Response::new(HealthCheckResponse::default()))
    }

    type WatchStream = BoxStream<HealthCheckResponse>;

    async fn watch(&self, _: Request<HealthCheckRequest>) -> Answer<Self::WatchStream> {
        Err(Status::unimplemented("vaults cannot be watched"))
    }
}

/// Logs the error with its source. The error is the source of the status in the extensions of the response.
fn log<B>(response: http::Response<B>) -> http::Response<B> {
    let source = response.extensions().get::<Status>().and_then(|status| status.source());
    if let Some(report) = source.and_then(|source| source.downcast_ref::<Report>()) {
        let source = report.source().map(|source| format!(": {source}")).unwrap_or_default();
        let _ = writeln!(stderr(), "{}: {report}{source}", report.http_status());
    }
    response
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let incoming = TcpIncoming::bind("127.0.0.1:3000".parse()?)?;
    let mut server = Server::builder().layer(MapResponseLayer::new(log));
    tokio::spawn(server.add_service(HealthServer::new(Vaults)).serve_with_incoming(incoming));

    let mut client = HealthClient::new(Endpoint::from_static("http://127.0.0.1:3000").connect().await?);
    for id in ["v1", "v0"] {
        let Err(status) = client.check(HealthCheckRequest { service: id.to_owned() }).await else { continue };
        let details = status.get_details_error_info();
        let _ = writeln!(stdout(), "{:?}, {:?}\n{details:?}", status.code(), status.message());
    }
    Ok(())
}
